"""Which Python a plan takes: what is declared, what the pinned releases have wheels for, 3.11."""

import posixpath
from collections.abc import Iterable
from typing import NamedTuple

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import Version

from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import name_of, specifier_of
from mlops_platform.core.planning.version_specifiers import from_pip, from_poetry
from mlops_platform.core.planning.wanted import Wanted
from mlops_platform.core.planning.wheel_dates import DEFAULT, NEWEST_FIRST, has_wheel

_LAST_PATCH = 30


class ChosenPython(NamedTuple):
    """The version, and because of what; `""` where none of them is admitted."""

    python: str
    because: str


def choose_python(wanted: Wanted, start: str, facts: PlanningFacts) -> ChosenPython:
    """Choose for a started file, among the versions that the sandbox has."""
    known = facts.request.pythons or NEWEST_FIRST
    offered = tuple(version for version in NEWEST_FIRST if version in known) or known
    if facts.request.python:
        return ChosenPython(facts.request.python, "the operator says so")
    limits = _limits(wanted.python)
    admitted = [v for v in offered if admits(limits, v)]
    if not admitted:
        return ChosenPython("", f"Python {wanted.python} is asked for, which no sandbox has")
    exact = _stated(wanted, start, facts)
    usable = [v for v in admitted if have_wheels((*wanted.requirements, *wanted.pins), v)]
    pool = usable or admitted
    if exact:
        chosen = _nearest(exact[0], pool)
        nearest = "" if chosen == exact[0] else ", and this is the nearest that can be had"
        return ChosenPython(chosen, f"{exact[1]}{nearest}")
    chosen = _nearest(DEFAULT, pool)
    return ChosenPython(chosen, _reason(chosen, wanted, is_usable=bool(usable)))


def _reason(chosen: str, wanted: Wanted, *, is_usable: bool) -> str:
    if not is_usable:
        return "no version has wheels for all pinned releases"
    if chosen == DEFAULT:
        return "nothing asks for another"
    asked = _limits(wanted.python) is not None and not admits(_limits(wanted.python), DEFAULT)
    return (
        f"Python {wanted.python} is asked for"
        if asked
        else "the pinned releases have wheels for it"
    )


def _stated(wanted: Wanted, start: str, facts: PlanningFacts) -> tuple[str, str] | None:
    """Return the one version that is stated for a file, and where: above it, or by CI.

    Where a manifest gives a range, it is a version within it.
    """
    only = _only(wanted.python)
    if only:
        place = wanted.evidence[0].path if wanted.evidence else wanted.source
        return only, f"{place} states Python {only}"
    limits = _limits(wanted.python)
    for path, version in facts.manifests.python_version_files:
        found = _only(version)
        folder = posixpath.dirname(path)
        is_above = f"{start}/".startswith(f"{folder}/") or folder.startswith(".") or not folder
        if found and is_above and admits(limits, found):
            return found, f"{path} states Python {found}"
    return None


def _only(text: str) -> str:
    """Return `3.7` of `3.7`, `3.7.*`, `==3.7.4`; "" for a range."""
    bare = text.strip().removeprefix("==").removeprefix("=").removesuffix(".*").strip()
    parts = bare.split(".")
    is_version = len(parts) > 1 and all(part.isdigit() for part in parts)
    return ".".join(parts[:2]) if is_version else ""


def _limits(text: str) -> SpecifierSet | None:
    if not text or _only(text):
        return None
    specifier = (
        from_poetry(text) if text[0] in "^~" and not text.startswith("~=") else from_pip(text)
    )
    try:
        return SpecifierSet(specifier) if specifier else None
    except InvalidSpecifier:
        return None


def admits(limits: SpecifierSet | None, version: str) -> bool:
    """Tell whether any patch release of a version is within the limits."""
    return limits is None or any(f"{version}.{n}" in limits for n in range(_LAST_PATCH))


def have_wheels(lines: Iterable[str], python: str) -> bool:
    """Tell whether requirement lines have wheels for a Python, as far as the tables know."""
    return all(has_wheel(name_of(line), specifier_of(line), python) for line in lines)


def _nearest(wanted: str, offered: list[str]) -> str:
    """Return the wanted version, else the nearest above it, else the newest below."""
    if wanted in offered:
        return wanted
    above = [v for v in offered if Version(v) > Version(wanted)]
    return above[-1] if above else offered[0]
