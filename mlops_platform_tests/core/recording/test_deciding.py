from mlops_platform.core.recording.deciding import deciding
from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.core.executions import attempt, execution


def test_the_attempt_that_decided_is_shown_else_the_last():
    first, second = attempt(Ending.FAILED), attempt(Ending.TIMED_OUT)
    ended = execution(attempts=(first, second))
    assert deciding(ended) == second
    assert deciding(ended.model_copy(update={"decided_by": 1})) == first
    assert deciding(ended.model_copy(update={"decided_by": 9})) == second
    assert deciding(execution(attempts=())) is None
