"""Carries an execution out: plan, attempts, results, record; one section in the end."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.execute import Job, Tools, execute
from mlops_platform.core.experiment_store import ExperimentStore
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.ports import Isolation
from mlops_platform.core.recorded_run import RunRecord
from mlops_platform.core.run_outcome import Attempt, Execution, FinishedRun, RunResults
from mlops_platform.core.run_plan import Planning, RunRequest
from mlops_platform.core.sandbox import CarriedFile, LiveLog, Sandbox
from mlops_platform.core.sections.executed_section import ExecutedSection
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

S = TypeVar("S", bound=ExecutedSection)


class Means(NamedTuple):
    """The ports that an execution needs, and where its attempts leave their files."""

    isolation: Isolation
    sandbox: Sandbox
    experiments: ExperimentStore
    folder: Path
    live: LiveLog


class Assignment(NamedTuple):
    """What is to be carried out on a checkout, and under which id."""

    run_id: str
    checkout: Checkout
    profile: ProjectProfileFacts
    request: RunRequest
    carried: tuple[CarriedFile, ...] = ()


def carry_out(section: type[S], assignment: Assignment, means: Means) -> S:
    """Plan, run, collect and record; what fails is told in the section."""
    checkout, revision = assignment.checkout, assignment.checkout.revision
    try:
        planning = means.isolation.run(
            Planning, "run_plan", checkout, assignment.profile, assignment.request
        )
    except GatheringFailedError as failure:
        return section(revision=revision, failure=str(failure))
    job = Job(assignment.run_id, checkout, planning, carried=assignment.carried)
    execution = execute(job, _tools(assignment, means))
    carried_out = section(revision=revision, planning=planning, execution=execution)
    if not execution.attempts:
        return carried_out
    record = RunRecord(
        execution=execution,
        repository=revision.repository,
        commit=revision.commit,
        purpose=assignment.request.purposes[0],
    )
    outputs = attempt_folder(means.folder, execution.decided_by)
    recorded = means.experiments.record(record, outputs)
    where = {name: getattr(recorded, name) for name in ("store_id", "link", "is_waiting")}
    return carried_out.model_copy(update=where)


def carried_from(execution: Execution | None, folder: Path) -> tuple[CarriedFile, ...]:
    """Return what a run left in the repository, as files for the next one to begin with."""
    if execution is None or not execution.attempts:
        return ()
    made = attempt_folder(folder, execution.decided_by)
    outputs = execution.attempts[execution.decided_by - 1].outcome.outputs
    return tuple(
        CarriedFile(path=output.path, file=made / output.stored_as)
        for output in outputs
        if not output.is_outside and (made / output.stored_as).is_file()
    )


def attempt_folder(folder: Path, number: int) -> Path:
    """Return the folder of one attempt."""
    return folder / f"attempt-{number}"


def _tools(assignment: Assignment, means: Means) -> Tools:
    checkout = assignment.checkout

    def collect(attempt: Attempt, folder: Path) -> RunResults:
        run = FinishedRun(outcome=attempt.outcome, folder=str(folder))
        return means.isolation.run(RunResults, "run_results", checkout, run, may_read=[folder])

    def look() -> RepairFacts:
        return means.isolation.run(
            RepairFacts, "repair_facts", checkout, assignment.profile, assignment.request
        )

    return Tools(means.sandbox, _maker(means.folder), collect, look, means.live)


def _maker(folder: Path) -> Callable[[int], Path]:
    def make(number: int) -> Path:
        made = attempt_folder(folder, number)
        made.mkdir(parents=True)
        return made

    return make
