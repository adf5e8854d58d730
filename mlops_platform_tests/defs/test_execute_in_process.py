import pytest

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.execution_wishes import ExecutionWishes
from mlops_platform.core.judge_gates import DemandedMetric
from mlops_platform.core.lifecycle import State
from mlops_platform.core.run_outcome import Ending, RunResults
from mlops_platform.core.run_plan import Planning, Purpose, RunRequest
from mlops_platform.defs.execute_in_process import ExecutionOrder, execute_in_process
from mlops_platform_tests.core import executions
from mlops_platform_tests.defs.drawn_platform import KEY, draw_platform, given_facts
from mlops_platform_tests.fakes.sandbox import foretold

RESULTS = RunResults(
    metrics=(executions.metric("accuracy", 0.9),), artifacts=(executions.model_file("model.pkl"),)
)


def platform(*endings, results=RESULTS):
    outputs = (executions.output("model.pkl"),)
    outcomes = [executions.attempt(ending, outputs=outputs).outcome for ending in endings]
    facts = given_facts(run_plan=Planning(plan=executions.plan()), run_results=results)
    return draw_platform(facts, foretold(*outcomes))


def executed(drawn, **wishes):
    order = ExecutionOrder(KEY, None, ExecutionWishes(**wishes))
    return execute_in_process(drawn.definitions, order)


@pytest.fixture(autouse=True)
def quiet(capfd):
    yield
    assert capfd.readouterr().out == ""


def test_training_evaluation_and_registration_follow_each_other():
    drawn = platform(Ending.SUCCEEDED, Ending.SUCCEEDED)
    done = executed(drawn)
    assert done.training.has_succeeded
    assert done.evaluation.has_succeeded
    assert done.registration.version == 1
    assert drawn.models.version(done.registration.model, 1).state is State.CANDIDATE


def test_evaluation_begins_with_what_training_left():
    drawn = platform(Ending.SUCCEEDED, Ending.SUCCEEDED)
    executed(drawn)
    training, evaluation = drawn.sandbox.orders
    assert training.carried == ()
    assert [each.path for each in evaluation.carried] == ["model.pkl"]


def test_without_training_nothing_is_evaluated_or_registered():
    drawn = platform(*[Ending.OUT_OF_MEMORY] * 9)
    done = executed(drawn)
    assert done.training.execution.ending is Ending.OUT_OF_MEMORY
    assert "nothing to evaluate" in done.evaluation.failure
    assert done.registration.version is None


def test_wishes_reach_the_planner():
    drawn = platform(Ending.SUCCEEDED, Ending.SUCCEEDED)
    executed(drawn, train="python other.py", memory="1g", network="bridge")
    (request,) = (
        each
        for gatherer, _, inputs in drawn.isolation.asked
        if gatherer == "run_plan"
        for each in inputs
        if isinstance(each, RunRequest) and Purpose.TRAIN in each.purposes
    )
    assert request.train_command == "python other.py"
    assert request.limits.memory_bytes == 1 << 30
    assert request.limits.network == "bridge"
    assert request.pythons == ("3.11",)


def test_the_catalog_sets_gates():
    drawn = platform(Ending.SUCCEEDED, Ending.SUCCEEDED)
    gate = DemandedMetric(metric="accuracy", bound=">= 0.95")
    drawn.catalog.declared = (CatalogEntry(repository=KEY, gates=(gate,)),)
    done = executed(drawn)
    assert done.registration.version is None
    assert done.registration.gates[0].is_met is False
