from mlops_platform.core.carry_out import Assignment, Means, carried_from, carry_out
from mlops_platform.core.run_outcome import Ending, RunResults
from mlops_platform.core.run_plan import Planning, Purpose, RunRequest
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform_tests.core import executions
from mlops_platform_tests.core.sample_facts import PROFILE_FACTS
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.fakes.experiments import MemoryExperiments
from mlops_platform_tests.fakes.isolation import GivenFacts
from mlops_platform_tests.fakes.sandbox import foretold

MEASURED = RunResults(metrics=(executions.metric("accuracy", 0.9),))


def carried_out(tmp_path, isolation, sandbox, experiments=None):
    shown: list[str] = []
    means = Means(
        isolation, sandbox, experiments or MemoryExperiments(), tmp_path / "runs", shown.append
    )
    checkout = draw_checkout(tmp_path, {"train.py": ""})
    assignment = Assignment("run-1", checkout, PROFILE_FACTS, RunRequest())
    return carry_out(TrainingExecution, assignment, means), shown


def outcome(*names, ending=Ending.SUCCEEDED):
    outputs = tuple(executions.output(name) for name in names)
    return executions.attempt(ending, outputs=outputs).outcome


def test_a_run_is_planned_made_read_and_recorded(tmp_path):
    isolation = GivenFacts(run_plan=Planning(plan=executions.plan()), run_results=MEASURED)
    experiments = MemoryExperiments()
    section, shown = carried_out(tmp_path, isolation, foretold(outcome("a")), experiments)
    assert section.has_succeeded
    assert section.execution.results == MEASURED
    assert shown == ["accuracy=0.9\n"]
    (recorded,) = experiments.stored
    assert recorded.purpose is Purpose.TRAIN
    assert section.store_id == recorded.store_id
    (folder,) = isolation.may_read["run_results"]
    assert [each.name for each in folder.iterdir()] == ["a"]


def test_a_plan_that_cannot_be_made_is_told_and_nothing_runs(tmp_path):
    sandbox = foretold()
    section, _ = carried_out(tmp_path, GivenFacts(), sandbox)
    assert "killed the reader" in section.failure
    assert section.execution is None
    assert sandbox.orders == []


def test_where_there_is_nothing_to_run_nothing_is_recorded(tmp_path):
    nothing = Planning(plan=None, cause="nothing_to_train", because="nothing trains here")
    experiments = MemoryExperiments()
    section, _ = carried_out(tmp_path, GivenFacts(run_plan=nothing), foretold(), experiments)
    assert section.execution.ending is Ending.NOT_RUNNABLE
    assert section.execution.because == "nothing trains here"
    assert experiments.stored == []


def test_a_store_that_is_down_loses_nothing(tmp_path):
    isolation = GivenFacts(run_plan=Planning(plan=executions.plan()), run_results=MEASURED)
    experiments = MemoryExperiments()
    experiments.is_down = True
    section, _ = carried_out(tmp_path, isolation, foretold(outcome()), experiments)
    assert section.has_succeeded
    assert section.is_waiting
    assert section.store_id == ""


def test_what_training_left_is_carried_to_what_evaluates_it(tmp_path):
    isolation = GivenFacts(run_plan=Planning(plan=executions.plan()), run_results=MEASURED)
    section, _ = carried_out(tmp_path, isolation, foretold(outcome("model", "gone")))
    (tmp_path / "runs/attempt-1/gone").unlink()
    (carried,) = carried_from(section.execution, tmp_path / "runs")
    assert carried.path == "model"
    assert carried.file.read_text() == "model"


def test_nothing_is_carried_from_a_run_that_never_was(tmp_path):
    assert carried_from(None, tmp_path) == ()
