"""Choose what is installed for a way: its manifest, completed by imports, a Python, and a date."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mlops_platform.core.planning.manifest_choice import Declaring, choose_manifest
from mlops_platform.core.planning.needed_modules import Needed, is_covered, needed_modules
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.python_versions import ChosenPython, choose_python, have_wheels
from mlops_platform.core.planning.requirement_lines import is_pinned, name_of
from mlops_platform.core.planning.system_packages import system_packages
from mlops_platform.core.planning.wanted import Wanted
from mlops_platform.core.planning.way import Way
from mlops_platform.core.planning.wheel_dates import bounds_of_the_time, first_day
from mlops_platform.core.profiling.distributions import normalised
from mlops_platform.core.registry import plugins
from mlops_platform.core.run_plan import Environment

ENVIRONMENTS = "mlops_platform.core.environments"
MOST_NAMED = 12


class Completed(NamedTuple):
    """What is asked for, with the imports that it does not cover."""

    requirements: tuple[str, ...]
    added: tuple[str, ...]
    left_out: tuple[str, ...]


def plan_environment(way: Way, facts: PlanningFacts) -> Environment | None:
    """Return what a way needs, None where no Python fits what the repository asks for."""
    needed = needed_modules(way.starts, facts)
    start = way.starts[-1] if way.starts else ""
    declaring = choose_manifest(start, needed, facts)
    wanted = _wanted(declaring, facts)
    completed = _complete(wanted, needed, way, facts)
    asked = wanted._replace(requirements=completed.requirements)
    chosen = choose_python(asked, start, facts)
    if not chosen.python:
        return None
    if not have_wheels(asked.pins, chosen.python):
        note = f"its pins have no wheels for Python {chosen.python} and do not count"
        asked = asked._replace(pins=(), because=f"{asked.because}; {note}")
    as_of = _as_of(asked, chosen.python, facts)
    return Environment(
        python=chosen.python,
        source=wanted.source,
        requirements=completed.requirements,
        bounds=(*asked.pins, *_bounds(as_of, facts)),
        as_of=as_of,
        system_packages=system_packages(completed.requirements),
        builds_project=wanted.builds_project or way.installs_project,
        left_out=tuple(sorted((*wanted.left_out, *completed.left_out))),
        because=_because(asked, completed, chosen, as_of, facts),
        evidence=wanted.evidence,
    )


def _wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted:
    found: Iterator[Wanted | None] = (
        shelf.wanted(declaring, facts) for shelf in plugins(ENVIRONMENTS)
    )
    return next(each for each in found if each is not None)


def _complete(
    wanted: Wanted, needed: tuple[Needed, ...], way: Way, facts: PlanningFacts
) -> Completed:
    names = frozenset(map(name_of, wanted.requirements))
    anywhere = {e.name for m in facts.manifests.manifests for e in m.dependencies}
    added: dict[str, None] = {}
    left_out: list[str] = []
    for each in needed:
        if is_covered(each, names):
            continue
        own = normalised(each.module)
        if each.distribution is None and _is_own(each.module, facts):
            left_out.append(
                f"{each.module}: is imported, and files of the repository bear that name"
            )
            continue
        distribution = each.distribution or (own if own in anywhere else None)
        if distribution is None:
            reason = "is imported, and no checked distribution brings it"
            left_out.append(f"{each.module}: {reason}")
        else:
            added[distribution] = None
    added |= {tool: None for tool in way.tools if tool not in names}
    return Completed((*wanted.requirements, *sorted(added)), tuple(sorted(added)), tuple(left_out))


def _is_own(module: str, facts: PlanningFacts) -> bool:
    """Tell whether a file or folder has a module's name: it is then no stranger's package."""
    return any(
        part.removesuffix(".py") == module for path in facts.paths for part in path.split("/")
    )


def _as_of(wanted: Wanted, python: str, facts: PlanningFacts) -> date | None:
    """Return the day after the commit, or the first day with wheels for this Python if later."""
    locked = frozenset(map(name_of, wanted.pins))
    is_open = any(not is_pinned(e) and name_of(e) not in locked for e in wanted.requirements)
    if facts.committed_on is None or not is_open:
        return None
    first = first_day(python, frozenset(map(name_of, wanted.requirements)))
    day = facts.committed_on + timedelta(days=1)
    return max(day, first) if first else day


def _bounds(as_of: date | None, facts: PlanningFacts) -> tuple[str, ...]:
    if as_of is None or facts.committed_on is None:
        return ()
    if as_of <= facts.committed_on + timedelta(days=1):
        return ()
    return bounds_of_the_time(facts.committed_on, as_of)


def _because(
    wanted: Wanted,
    completed: Completed,
    chosen: ChosenPython,
    as_of: date | None,
    facts: PlanningFacts,
) -> str:
    sentences = [wanted.because]
    if completed.added and wanted.source != "inferred_from_imports":
        shown = ", ".join(completed.added[:MOST_NAMED])
        sentences.append(f"the started code also needs {shown}")
    sentences.append(f"Python {chosen.python}: {chosen.because}")
    if as_of and facts.committed_on:
        is_later = as_of > facts.committed_on + timedelta(days=1)
        why = f"from then on there are wheels for Python {chosen.python}" if is_later else ""
        why = why or "the day after the commit, as versions are not pinned"
        sentences.append(f"installed as of {as_of}: {why}")
    return "; ".join(sentences)
