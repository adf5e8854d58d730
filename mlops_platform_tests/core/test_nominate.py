from mlops_platform.core.drift.training_profile import ProfileAnswer
from mlops_platform.core.judge_gates import DemandedMetric
from mlops_platform.core.lifecycle import State
from mlops_platform.core.model_trial import ModelTrial
from mlops_platform.core.nominate import nominate, register
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.sections.evaluation_execution import EvaluationExecution
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform_tests.core import executions
from mlops_platform_tests.core.samples import REVISION, sample_sections
from mlops_platform_tests.fakes.model_registry import MemoryModelRegistry

DEPLOYMENT = sample_sections().deployment_readiness
STORE_ID = "a" * 32


def training(*metrics, ending=Ending.SUCCEEDED, models=("model.pkl",), **fields):
    artifacts = tuple(executions.model_file(name) for name in models)
    execution = executions.execution("run", *metrics, ending=ending, artifacts=artifacts)
    known = {"revision": REVISION, "execution": execution, "store_id": STORE_ID}
    return TrainingExecution(**(known | fields))


def evaluation(*metrics, ending=Ending.SUCCEEDED):
    return EvaluationExecution(
        revision=REVISION, execution=executions.execution("run", *metrics, ending=ending)
    )


NOT_EVALUATED = EvaluationExecution(revision=REVISION, failure="nothing evaluates")


def nominated(trained, evaluated=NOT_EVALUATED, **bounds):
    demands = [DemandedMetric(metric=name, bound=bound) for name, bound in bounds.items()]
    return nominate(trained, evaluated, DEPLOYMENT, demands)


def test_a_trained_model_is_a_candidate_with_its_evidence():
    candidate = nominated(training(executions.metric("accuracy", 0.9))).candidate
    assert candidate.source == f"runs:/{STORE_ID}/model"
    assert candidate.metrics == (("accuracy", 0.9),)
    assert candidate.readiness == DEPLOYMENT.score
    assert candidate.commit == REVISION.commit
    assert dict(candidate.facts)["model_files"] == "model.pkl"


def test_evaluation_has_the_last_word_on_a_metric():
    trained = training(executions.metric("accuracy", 0.99), executions.metric("loss", 0.1))
    judged = nominated(trained, evaluation(executions.metric("accuracy", 0.7)), accuracy=">= 0.8")
    assert judged.candidate is None
    assert "accuracy >= 0.8 is not met: accuracy is 0.7" in judged.because


def test_a_failed_evaluation_proves_nothing_either_way():
    trained = training(executions.metric("accuracy", 0.9))
    failed = evaluation(executions.metric("accuracy", 0.1), ending=Ending.FAILED)
    assert nominated(trained, failed, accuracy=">= 0.8").candidate is not None


def test_a_gate_that_nobody_could_judge_is_not_met():
    judged = nominated(training(executions.metric("loss", 0.1)), accuracy=">= 0.8")
    assert judged.candidate is None
    assert judged.gates[0].is_met is None


def test_without_a_model_file_there_is_no_candidate():
    assert "no file that is a model" in nominated(training(models=())).because


def test_a_run_that_failed_gives_no_candidate():
    assert nominated(training(ending=Ending.TIMED_OUT)).candidate is None


def test_a_run_that_waits_to_be_sent_is_registered_later():
    waiting = nominated(training(store_id="", is_waiting=True))
    assert waiting.candidate is None
    assert "waits to be sent" in waiting.because


def test_a_candidate_is_registered_and_the_section_names_its_version():
    models = MemoryModelRegistry()
    section = register(REVISION, nominated(training()), None, models)
    assert section.version == 1
    assert models.version(section.model, 1).state is State.CANDIDATE


def test_without_a_candidate_nothing_is_registered():
    models = MemoryModelRegistry()
    section = register(REVISION, nominated(training(models=())), None, models)
    assert section.version is None
    assert models.models() == ()


def test_what_a_trial_told_stands_in_the_evidence():
    models = MemoryModelRegistry()
    trial = ModelTrial(model="model.pkl", kind="pickle", is_loaded=True, class_name="SVC")
    section = register(REVISION, nominated(training()), trial, models)
    evidence = dict(models.version(section.model, 1).evidence)
    assert "SVC" in " ".join(evidence.values())
    assert section.trial == trial.facts()


def test_a_candidate_is_kept_with_what_it_learned_from():
    nomination = nominated(training()).kept_with(ProfileAnswer(failure="2 tables could be it"))
    assert dict(nomination.candidate.facts)["training_profile_is_missing"] == "2 tables could be it"
    nobody = nominated(training(models=()))
    assert nobody.kept_with(ProfileAnswer(failure="x")) == nobody
