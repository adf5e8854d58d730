"""Decide what a sandbox is asked: which command, in which environment; or why there is nothing."""

from collections.abc import Iterable, Iterator

from mlops_platform.core.causes import Cause
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.plan_environment import plan_environment
from mlops_platform.core.planning.candidates import candidates
from mlops_platform.core.planning.command_way import joined
from mlops_platform.core.planning.data_needs import data_lacks
from mlops_platform.core.planning.foreign_places import foreign_places
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
    """Return the plan of what was asked, and what else could be tried."""
    ways = [_ways(purpose, facts) for purpose in facts.request.purposes]
    if any(not found for found in ways):
        return nothing_to_run(facts)
    first = joined(found[0][1] for found in ways)
    others = [way for found in ways[:1] for _, way in found[1:] if not way.lacks]
    made = _run_plan(first, facts)
    lacks = [*first.lacks, *([] if made or not first.steps else [_no_python(facts)])]
    rest = (_run_plan(way, facts) for way in others)
    alternatives = tuple(each for each in rest if each is not None)[:MOST_ALTERNATIVES]
    if not lacks:
        return Planning(plan=made, alternatives=alternatives, evidence=_evidence(first))
    return Planning(
        plan=made,
        alternatives=alternatives,
        cause=lacks[0].cause,
        because="; ".join(dict.fromkeys(lack.because for lack in lacks)),
        next_action=lacks[0].next_action,
        evidence=tuple(each for lack in lacks for each in lack.evidence),
    )


def nothing_to_run(facts: PlanningFacts) -> Planning:
    """Say why no command trains (or evaluates) here."""
    profile = facts.profile
    in_tests = [
        e for e in profile.evaluation_entry_points if (e.command or "").startswith("pytest")
    ]
    starts = (*profile.training_entry_points, *profile.evaluation_entry_points)
    where = tuple(Evidence(path=entry.path) for entry in starts[:5])
    if not profile.is_ml_project:
        because, cause = "this is no machine-learning project", Cause.NOTHING_TO_TRAIN
    elif in_tests:
        tested = ", ".join(entry.path for entry in in_tests[:3])
        because = f"models are trained by the tests alone ({tested}); no script trains one"
        cause = Cause.NO_TRAINING_SCRIPT
    elif profile.training_entry_points:
        path = profile.training_entry_points[0].path
        because = f"a function in {path} trains, and nothing starts it"
        cause = Cause.NO_TRAINING_SCRIPT
    else:
        because, cause = "no file of it trains a model", Cause.NOTHING_TO_TRAIN
    action = "State a command with `--train` (or `--evaluate`), if there is one."
    return Planning(plan=None, cause=cause, because=because, next_action=action, evidence=where)


def _ways(purpose: Purpose, facts: PlanningFacts) -> list[tuple[Candidate, Way]]:
    """Return the ways for a purpose, best first."""
    found = [(c, way) for c in candidates(purpose, facts) for way in _asked(c, facts)]
    if not found:
        return []
    is_one_of_many = facts.profile.kind is ProjectKind.MANY_PROJECTS
    needed = (EQUAL if is_one_of_many else NEARLY) * found[0][0].entry.confidence
    sure = [each for each in found if not each[1].lacks and each[0].entry.confidence >= needed]
    if is_one_of_many:
        sure.sort(key=lambda each: what_it_asks(each[1], facts))
    first = sure[0] if sure else found[0]
    return [first, *(each for each in found if each is not first)]


def _asked(candidate: Candidate, facts: PlanningFacts) -> Iterator[Way]:
    for recipe in plugins(RECIPES):
        way: Way | None = recipe.way(candidate, facts)
        if way is not None:
            yield way._replace(lacks=(*way.lacks, *_further_lacks(way, facts)))
            return


def _further_lacks(way: Way, facts: PlanningFacts) -> Iterable[Lack]:
    return (*foreign_places(way, facts), *data_lacks(way, facts)) if way.steps else ()


def _run_plan(way: Way, facts: PlanningFacts) -> RunPlan | None:
    environment = plan_environment(way, facts) if way.steps else None
    if environment is None:
        return None
    files = reached_files(way.starts, facts)
    return RunPlan(
        environment=environment,
        steps=way.steps,
        variables=run_variables(files, way.variables, facts),
        folders=way.folders,
        import_paths=way.import_paths,
        limits=facts.request.limits,
    )


def _no_python(facts: PlanningFacts) -> Lack:
    return Lack(
        Cause.PYTHON_NOT_AVAILABLE,
        f"it asks for Python {facts.profile.python_requires}, which no sandbox has",
        "Provide an image of that version (EXECUTION_DOCKER_IMAGE), or state a version.",
        (facts.profile.python_requires_evidence,) if facts.profile.python_requires_evidence else (),
    )


def _evidence(way: Way) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(each for step in way.steps for each in step.evidence))
