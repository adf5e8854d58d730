"""The resource `executing`: what the executing assets share, for one run of Dagster's."""

import sys
from tempfile import mkdtemp
from typing import NamedTuple, TypeVar

from mlops_platform.core.carry_out import (
    Assignment,
    Means,
    attempt_folder,
    carried_from,
    carry_out,
)
from mlops_platform.core.catalog_entry import Catalog
from mlops_platform.core.checkout import Revision
from mlops_platform.core.drift.training_profile import ProfileAnswer
from mlops_platform.core.execution_wishes import ExecutionWishes, Offer, request_of
from mlops_platform.core.experiment_store import ExperimentStore
from mlops_platform.core.judge_gates import DemandedMetric
from mlops_platform.core.learned_table import keep_learned
from mlops_platform.core.model_trial import ModelTrial, ModelTrials, TrialOrder, tables_to_try
from mlops_platform.core.ports import Checkouts, Isolation
from mlops_platform.core.run_plan import Limits, Purpose
from mlops_platform.core.sandbox import CarriedFile, Sandbox
from mlops_platform.core.sections.evaluation_execution import EvaluationExecution
from mlops_platform.core.sections.executed_section import ExecutedSection
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform.defs.run_folder import run_folder

NOT_TRAINED = "Training gave no result, so there is nothing to evaluate."
S = TypeVar("S", bound=ExecutedSection)


class AskedRun(NamedTuple):
    """A run that Dagster asks for: its id, of which repository, and with which wishes."""

    run_id: str
    profile: ProjectProfile
    wishes: ExecutionWishes


class Executing(NamedTuple):
    """The ports that an execution needs, and the operator's limits."""

    catalog: Catalog
    checkouts: Checkouts
    isolation: Isolation
    sandbox: Sandbox
    experiments: ExperimentStore
    trials: ModelTrials
    limits: Limits

    def train(self, run: AskedRun) -> TrainingExecution:
        """Run what trains a repository's model; what waited for the experiment store goes first."""
        self.experiments.send_waiting()
        return self._carried_out(TrainingExecution, Purpose.TRAIN, run)

    def evaluate(self, run: AskedRun, training: TrainingExecution) -> EvaluationExecution:
        """Run a repository's own evaluation on what training made of it."""
        execution = training.execution
        if execution is None or not training.has_succeeded:
            return EvaluationExecution(revision=training.revision, failure=NOT_TRAINED)
        carried = carried_from(execution, run_folder(execution.run_id) / Purpose.TRAIN.value)
        return self._carried_out(EvaluationExecution, Purpose.EVALUATE, run, carried)

    def gates(self, revision: Revision) -> tuple[DemandedMetric, ...]:
        """Return what the catalog demands of a repository's metrics."""
        declared = self.catalog.entries().get(revision.repository)
        return declared.gates if declared else ()

    def tried(self, training: TrainingExecution, profile: ProjectProfile) -> ModelTrial | None:
        """Try the model that training left in a sandbox; None where there is none to try."""
        execution = training.execution
        if execution is None or not training.has_succeeded:
            return None
        run = run_folder(execution.run_id)
        declared = self.catalog.entries().get(training.revision.repository)
        outputs = attempt_folder(run / Purpose.TRAIN.value, execution.decided_by)
        if not outputs.is_dir():
            return None
        order = TrialOrder(
            run_id=execution.run_id,
            attempt=execution.attempts[execution.decided_by - 1],
            artifacts=execution.results.artifacts,
            tables=tables_to_try(profile.facts.datasets) if profile.facts else (),
            target=(declared.target or "") if declared else "",
            outputs=str(outputs),
            folder=mkdtemp(prefix="trial-", dir=run),
        )
        # What it prints is for us to read; its result is told with the registration.
        return self.trials.try_model(order, self.checkouts.at(training.revision), lambda _: None)

    def learned(self, training: TrainingExecution, profile: ProjectProfile) -> ProfileAnswer:
        """Profile the table that training learned from, where it is known which."""
        if profile.facts is None:
            return ProfileAnswer(failure="nothing is known of the repository")
        checkout = self.checkouts.at(training.revision)
        declared = self.catalog.entries().get(training.revision.repository)
        return keep_learned(self.isolation, checkout, profile.facts, declared)

    def _carried_out(
        self,
        section: type[S],
        purpose: Purpose,
        run: AskedRun,
        carried: tuple[CarriedFile, ...] = (),
    ) -> S:
        revision, facts = run.profile.revision, run.profile.facts
        if facts is None:
            return section(revision=revision, failure=run.profile.failure)
        declared = self.catalog.entries().get(revision.repository)
        asked = [*([declared.execution] if declared else []), run.wishes]
        offer = Offer(limits=self.limits, pythons=self.sandbox.pythons())
        assignment = Assignment(
            run_id=run.run_id,
            checkout=self.checkouts.at(revision),
            profile=facts,
            request=request_of([purpose], offer, asked),
            carried=carried,
        )
        folder = run_folder(run.run_id) / purpose.value
        means = Means(self.isolation, self.sandbox, self.experiments, folder, _show)
        return carry_out(section, assignment, means)


def _show(text: str) -> None:
    """Write a block where Dagster keeps it, and where a person at the terminal sees it."""
    sys.stderr.write(text)
    sys.stderr.flush()
