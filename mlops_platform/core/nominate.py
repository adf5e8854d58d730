"""Whether what was trained may become a candidate, with which evidence, and its registration."""

from collections.abc import Iterable

from mlops_platform.core.checkout import Revision
from mlops_platform.core.drift.training_profile import ProfileAnswer
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.judge_gates import DemandedMetric, judge_gates
from mlops_platform.core.lifecycle import Signature
from mlops_platform.core.model_registry import ModelRegistry
from mlops_platform.core.model_trial import ModelTrial
from mlops_platform.core.model_version import Candidate, Gate, model_name
from mlops_platform.core.recall_profile import with_profile
from mlops_platform.core.run_outcome import Artifact, Metric
from mlops_platform.core.sections.deployment_readiness import DeploymentReadiness
from mlops_platform.core.sections.evaluation_execution import EvaluationExecution
from mlops_platform.core.sections.executed_section import ExecutedSection
from mlops_platform.core.sections.model_registration import ModelRegistration
from mlops_platform.core.sections.training_execution import TrainingExecution

MODEL_FOLDER = "model"
"""The folder of a recorded run that holds its models."""

ACTOR, REASON = "mlops-platform", "trained in the sandbox"


class Nomination(Frozen):
    """The candidate, or None with the reason; the gates as they were judged."""

    candidate: Candidate | None
    because: str
    gates: tuple[Gate, ...] = ()

    def kept_with(self, learned: ProfileAnswer) -> "Nomination":
        """Return it with what is kept of the table that the candidate learned from."""
        if self.candidate is None:
            return self
        return self.model_copy(update={"candidate": with_profile(self.candidate, learned)})


def nominate(
    training: TrainingExecution,
    evaluation: EvaluationExecution,
    deployment: DeploymentReadiness,
    demands: Iterable[DemandedMetric],
) -> Nomination:
    """Judge the gates by what evaluation measured, and by training where it measured nothing."""
    if training.execution is None or not training.has_succeeded:
        return Nomination(candidate=None, because=f"Training gave no model: {_why(training)}")
    models = [artifact for artifact in training.execution.results.artifacts if artifact.is_model]
    if not models:
        return Nomination(candidate=None, because="The run left no file that is a model.")
    if not training.store_id:
        return Nomination(
            candidate=None,
            because="The run waits to be sent to the experiment store; register its model when"
            " `mlops-platform runs list` shows it there.",
        )
    metrics = _metrics(training, evaluation)
    gates = judge_gates(demands, metrics)
    refused = [gate for gate in gates if not gate.is_met]
    if refused:
        because = "; ".join(f"{gate.name} is not met: {gate.because}" for gate in refused)
        return Nomination(candidate=None, because=f"{because}.", gates=gates)
    return Nomination(
        candidate=_candidate(training, deployment, metrics, gates, models),
        because="Every gate is met." if gates else "The catalog sets no gate.",
        gates=gates,
    )


def register(
    revision: Revision, nomination: Nomination, trial: ModelTrial | None, models: ModelRegistry
) -> ModelRegistration:
    """Register the candidate, where there is one, with what its trial told."""
    section = ModelRegistration(
        revision=revision,
        model=model_name(revision.repository),
        because=nomination.because,
        gates=nomination.gates,
        trial=trial.facts() if trial else (),
    )
    candidate = nomination.candidate
    if candidate is None:
        return section
    facts = tuple(sorted((*candidate.facts, *section.trial)))
    candidate = candidate.model_copy(update={"facts": facts})
    version = models.register(candidate, Signature(actor=ACTOR, reason=REASON))
    return section.model_copy(update={"version": version.version})


def _candidate(
    training: TrainingExecution,
    deployment: DeploymentReadiness,
    metrics: tuple[Metric, ...],
    gates: tuple[Gate, ...],
    models: list[Artifact],
) -> Candidate:
    revision = training.revision
    facts = {
        "model_files": ", ".join(sorted(model.path for model in models)),
        "model_sha256": ", ".join(model.sha256 for model in sorted(models, key=lambda m: m.path)),
        "model_kinds": ", ".join(sorted({model.kind for model in models})),
    }
    return Candidate(
        model=model_name(revision.repository),
        run_id=training.store_id,
        source=f"runs:/{training.store_id}/{MODEL_FOLDER}",
        repository=revision.repository,
        commit=revision.commit,
        metrics=tuple((metric.key, metric.value) for metric in metrics),
        gates=gates,
        readiness=deployment.score,
        facts=tuple(sorted(facts.items())),
    )


def _metrics(training: ExecutedSection, evaluation: ExecutedSection) -> tuple[Metric, ...]:
    """Return one metric a key: evaluation's word counts where both measured it."""
    found: dict[str, Metric] = {}
    for section in (training, evaluation):
        if section.execution is not None and section.has_succeeded:
            found |= {metric.key: metric for metric in section.execution.results.metrics}
    return tuple(found[key] for key in sorted(found))


def _why(section: ExecutedSection) -> str:
    if section.failure:
        return section.failure
    if section.execution is not None:
        return (
            section.execution.because or f"it {section.execution.ending.value.replace('_', ' ')}."
        )
    return section.planning.because if section.planning else "it was not run."
