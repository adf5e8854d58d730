"""Decide what a sandbox is asked: which command, in which environment; or why there is nothing."""

import posixpath
from collections.abc import Iterator

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.plan_environment import plan_environment
from mlops_platform.core.planning.authors_paths import authors_paths
from mlops_platform.core.planning.candidates import candidates
from mlops_platform.core.planning.command_way import joined
from mlops_platform.core.planning.data_needs import data_lacks
from mlops_platform.core.planning.foreign_places import foreign_places
from mlops_platform.core.planning.nothing_to_run import nothing_to_run
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.run_variables import run_variables
from mlops_platform.core.planning.started_files import reached_files
from mlops_platform.core.planning.way import Candidate, Lack, Way
from mlops_platform.core.planning.what_it_asks import what_it_asks
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_plan import Planning, Purpose, RunPlan
from mlops_platform.core.sections.project_profile import ProjectKind

RECIPES = "mlops_platform.core.recipes"
MOST_ALTERNATIVES = 3
NEARLY = 0.8
"""A way that can be gone is preferred to one that cannot, if it is nearly as sure to be right."""

EQUAL = 0.6
"""Of many projects in one repository, those this sure beside the best are equals."""


def plan(facts: PlanningFacts) -> Planning:
    """Return the plan of what was asked, and what else could be tried.

    What lacks for certain leaves no plan; it is then the first alternative, to be looked at. What
    may lack (a download, a table) is named beside the plan.
    """
    purposes = facts.request.purposes
    found = [_ways(purpose, facts) for purpose in purposes]
    if not found[0]:
        return nothing_to_run(purposes[0], facts)
    first = joined(ways[0] for ways in found if ways)
    made = _run_plan(first, facts)
    lacks = [*first.lacks, *([] if made or not first.steps else [_no_python(facts)])]
    others = (_run_plan(way, facts) for way in found[0][1:] if not way.lacks)
    alternatives = tuple(each for each in others if each is not None)[:MOST_ALTERNATIVES]
    is_certain = any(lack.is_certain for lack in lacks)
    shown = (made, *alternatives) if is_certain and made else alternatives
    return Planning(
        plan=None if is_certain else made,
        alternatives=shown,
        cause=lacks[0].cause if lacks else "",
        because="; ".join(dict.fromkeys(lack.because for lack in lacks)),
        next_action=lacks[0].next_action if lacks else "",
        evidence=_evidence(first, lacks),
    )


def _ways(purpose: Purpose, facts: PlanningFacts) -> list[Way]:
    """Return the ways for a purpose, best first."""
    near = _project_that_trains(facts) if purpose is Purpose.EVALUATE else None
    found = [
        (candidate, way)
        for candidate in candidates(purpose, facts)
        if near is None or posixpath.dirname(candidate.entry.path) == near
        for way in _asked(candidate, facts)
    ]
    if not found:
        return []
    is_one_of_many = _is_one_of_many(facts)
    needed = (EQUAL if is_one_of_many else NEARLY) * found[0][0].entry.confidence
    sure = [each for each in found if not each[1].lacks and each[0].entry.confidence >= needed]
    if is_one_of_many:
        sure.sort(key=lambda each: what_it_asks(each[1], facts))
    first = sure[0] if sure else found[0]
    return [first[1], *(way for candidate, way in found if candidate is not first[0])]


def _project_that_trains(facts: PlanningFacts) -> str | None:
    """Return the folder of the project that is trained, where a repository holds many."""
    if not _is_one_of_many(facts):
        return None
    ways = _ways(Purpose.TRAIN, facts)
    return posixpath.dirname(ways[0].starts[-1]) if ways and ways[0].starts else None


def _is_one_of_many(facts: PlanningFacts) -> bool:
    return facts.profile.kind is ProjectKind.MANY_PROJECTS


def _asked(candidate: Candidate, facts: PlanningFacts) -> Iterator[Way]:
    for recipe in plugins(RECIPES):
        way: Way | None = recipe.way(candidate, facts)
        if way is not None:
            further = _further_lacks(way, facts) if way.steps else ()
            yield way._replace(lacks=(*way.lacks, *further))
            return


def _further_lacks(way: Way, facts: PlanningFacts) -> tuple[Lack, ...]:
    return (*foreign_places(way, facts), *data_lacks(way, facts))


def _run_plan(way: Way, facts: PlanningFacts) -> RunPlan | None:
    environment = plan_environment(way, facts) if way.steps else None
    if environment is None:
        return None
    files = reached_files(way.starts, facts)
    mappings = authors_paths(files, facts)
    told = "".join(f"; {each.path} stands for the repository" for each in mappings)
    last = way.steps[-1].model_copy(update={"because": f"{way.steps[-1].because}{told}"})
    return RunPlan(
        environment=environment,
        steps=(*way.steps[:-1], last),
        variables=run_variables(files, way.variables, facts),
        folders=way.folders,
        path_mappings=mappings,
        import_paths=way.import_paths,
        limits=facts.request.limits,
    )


def _no_python(facts: PlanningFacts) -> Lack:
    evidence = facts.profile.python_requires_evidence
    return Lack(
        Cause.PYTHON_NOT_AVAILABLE,
        f"it asks for Python {facts.profile.python_requires}, which no sandbox has",
        "Provide an image of that version (EXECUTION_DOCKER_IMAGE), or state a version.",
        (evidence,) if evidence else (),
    )


def _evidence(way: Way, lacks: list[Lack]) -> tuple[Evidence, ...]:
    told = [each for lack in lacks for each in lack.evidence]
    return tuple(dict.fromkeys(told or [e for step in way.steps for e in step.evidence]))
