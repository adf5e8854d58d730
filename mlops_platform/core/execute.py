"""The engine of executions: attempt, read what came of it, repair the plan, attempt again.

It decides, and touches nothing: containers are the port Sandbox's, foreign bytes are read by
isolated children that it is handed as functions. Every attempt has an empty folder of its own. An
attempt succeeds when its commands ended well, the sources are as they were, and something was
measured or made; what was only printed before a failure is kept with it, and is no success.

A plan is repaired as long as a repair is known and attempts are left. Only then, and only where
the failure is about the way to start rather than about data or the machine, the planner's next way
is tried. If no way succeeds, the first one, which is the likeliest, is what gets explained.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.causes import Cause
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.explain import explain, nothing_measured, sources_modified
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import read_failure
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.repair import repair
from mlops_platform.core.run_log import INSTALL
from mlops_platform.core.run_outcome import (
    Attempt,
    Ending,
    Execution,
    RunResults,
    SandboxOutcome,
)
from mlops_platform.core.run_plan import Planning, RunPlan
from mlops_platform.core.sandbox import CarriedFile, LiveLog, Sandbox, SandboxOrder

MOST_ATTEMPTS = 6

OF_THE_START = frozenset(
    {
        Cause.ARGUMENT_UNKNOWN,
        Cause.CODE_DOES_NOT_PARSE,
        Cause.CODE_RAISES,
        Cause.DEPENDENCIES_CONFLICT,
        Cause.DEPENDENCY_NOT_FOUND,
        Cause.NOTHING_MEASURED,
        Cause.SYSTEM_LIBRARY_MISSING,
    }
)
"""Causes that another way to start may not have."""

BY_PRODUCTS = frozenset({"notebook"})
"""Kinds of artifacts that prove nothing: the executed copy of a notebook is made by running it."""

OF_ONE_PROJECT = frozenset({Cause.DATA_MISSING, Cause.DOWNLOAD_NEEDED, Cause.GPU_NEEDED})
"""Causes that another of many unrelated projects in one repository may not have."""


class Job(NamedTuple):
    """What is to be executed. `most_attempts` counts all ways together.

    `carried` are files of an earlier run that this one begins with.
    """

    run_id: str
    checkout: Checkout
    planning: Planning
    most_attempts: int = MOST_ATTEMPTS
    carried: tuple[CarriedFile, ...] = ()


class Tools(NamedTuple):
    """What an execution is handed.

    `folder` makes and returns the empty folder of an attempt, counted from 1. `collect` reads what
    an attempt left in its folder, `look` reads what repairs want to know of the repository; both
    read foreign bytes in an isolated child and may raise GatheringFailedError.
    """

    sandbox: Sandbox
    folder: Callable[[int], Path]
    collect: Callable[[Attempt, Path], RunResults]
    look: Callable[[], RepairFacts]
    live: LiveLog


class Judged(NamedTuple):
    """An attempt with what it gave; `failure` is None where it succeeded. `way` counts from 0."""

    attempt: Attempt
    way: int
    number: int
    results: RunResults
    failure: Explained | None


def execute(job: Job, tools: Tools) -> Execution:
    """Try the ways of a planning, with repairs, until one succeeds or none is left."""
    planning = job.planning
    if planning.plan is None:
        return Execution(
            run_id=job.run_id,
            ending=Ending.NOT_RUNNABLE,
            cause=planning.cause,
            because=planning.because,
            next_action=planning.next_action,
        )
    judged = list(_tried(job, tools))
    return _concluded(job.run_id, judged)


def _tried(job: Job, tools: Tools) -> Iterator[Judged]:
    """Yield every attempt, in order."""
    planning = job.planning
    ways = [planning.plan, *planning.alternatives] if planning.plan else []
    facts = _Facts(tools)
    tried: list[RunPlan] = []
    for number, way in enumerate(ways):
        plan: RunPlan | None = way
        failure: Explained | None = None
        while plan is not None and len(tried) < job.most_attempts:
            tried.append(plan)
            judged = _attempt(job, tools, tried, number, facts)
            yield judged
            failure, plan = judged.failure, _mended(judged, facts, tried)
        if failure is None or not _may_differ(failure, facts.get()):
            return


def _attempt(job: Job, tools: Tools, tried: list[RunPlan], way: int, facts: "_Facts") -> Judged:
    """Make the attempt of the last plan that is to be tried."""
    plan, number = tried[-1], len(tried)
    order = SandboxOrder(run_id=job.run_id, attempt=number, plan=plan, carried=job.carried)
    folder = tools.folder(number)
    outcome = tools.sandbox.run(order, job.checkout, folder, tools.live)
    attempt = Attempt(plan=plan, outcome=outcome)
    results = _collected(attempt, folder, tools)
    return Judged(attempt, way, number, results, _failure(plan, outcome, results, facts))


def _collected(attempt: Attempt, folder: Path, tools: Tools) -> RunResults:
    """Read what an attempt left; one that ran no command left nothing."""
    if all(phase.name == INSTALL for phase in attempt.outcome.phases):
        return RunResults()
    try:
        return tools.collect(attempt, folder)
    except GatheringFailedError as error:
        return RunResults(unread=(error.why,))


def _failure(
    plan: RunPlan, outcome: SandboxOutcome, results: RunResults, facts: "_Facts"
) -> Explained | None:
    """Explain why an attempt is no success, None where it is one."""
    if outcome.ending is not Ending.SUCCEEDED:
        return explain(Case(read_failure(plan, outcome), plan, facts.get()))
    if outcome.modified_sources:
        return sources_modified(outcome.modified_sources)
    made = [each for each in results.artifacts if each.kind not in BY_PRODUCTS]
    if not results.metrics and not made:
        return nothing_measured(results.unread)
    return None


def _mended(judged: Judged, facts: "_Facts", tried: list[RunPlan]) -> RunPlan | None:
    outcome = judged.attempt.outcome
    if judged.failure is None or outcome.ending is Ending.SUCCEEDED:
        return None
    plan = judged.attempt.plan
    return repair(Case(read_failure(plan, outcome), plan, facts.get()), tried)


def _may_differ(failure: Explained, facts: RepairFacts) -> bool:
    """Tell whether another way to start may end otherwise."""
    is_of_project = facts.holds_many_projects and failure.cause in OF_ONE_PROJECT
    return failure.cause in OF_THE_START or is_of_project


def _concluded(run_id: str, judged: list[Judged]) -> Execution:
    """Let the success decide, else the last attempt of the first way."""
    succeeded = next((each for each in judged if each.failure is None), None)
    decisive = succeeded or [each for each in judged if each.way == 0][-1]
    failure = decisive.failure
    ending = decisive.attempt.outcome.ending
    if failure is not None and ending is Ending.SUCCEEDED:
        ending = Ending.FAILED
    return Execution(
        run_id=run_id,
        ending=ending,
        cause=failure.cause if failure else "",
        because=failure.because if failure else "",
        next_action=failure.next_action if failure else "",
        attempts=tuple(each.attempt for each in judged),
        results=decisive.results,
        decided_by=decisive.number,
    )


class _Facts:
    """What is known of the repository, read when it is first asked for."""

    def __init__(self, tools: Tools) -> None:
        self._look = tools.look
        self._known: RepairFacts | None = None

    def get(self) -> RepairFacts:
        """Return the facts; without them, repairs know the log alone."""
        if self._known is None:
            try:
                self._known = self._look()
            except GatheringFailedError:
                self._known = RepairFacts()
        return self._known
