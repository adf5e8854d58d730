from mlops_platform.core.describe_run import describe_run
from mlops_platform.core.read_run import StoredRun, read_run
from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.core.executions import COMMIT, NOON, REPOSITORY, execution, metric, record


def stored(*metrics, **changed_tags):
    run = describe_run(record(execution("run-1", *metrics)), NOON)
    values = {point.key: point.value for point in run.points}
    tags = dict(run.tags) | {f"mlops.{name}": text for name, text in changed_tags.items()}
    return StoredRun(run.status, run.started_at, run.ended_at, dict(run.parameters), values, tags)


def test_a_described_run_is_read_back():
    run = read_run(stored(metric("accuracy", 0.8, 0.9, direction="higher", split="test")))
    assert (run.run_id, run.repository, run.commit) == ("run-1", REPOSITORY, COMMIT)
    assert (run.status, run.ending, run.attempts) == ("FINISHED", Ending.SUCCEEDED, 1)
    assert [(m.key, m.value, m.direction, m.split) for m in run.metrics] == [
        ("accuracy", 0.9, "higher", "test")
    ]


def test_what_is_no_run_of_ours_is_none():
    assert read_run(StoredRun("FINISHED", None, None, {}, {}, {})) is None
    assert read_run(stored(purpose="dance")) is None
    assert read_run(stored(run_id="")) is None


def test_tags_that_somebody_edited_do_no_harm():
    run = read_run(stored(ending="splendid", attempts="9" * 5000))
    assert (run.ending, run.attempts) == (None, 0)
