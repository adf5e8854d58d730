"""Conclude from clues whether a technology is used, only declared, or not there.

A declaration is not use, and neither is a mention in a test or in the documentation. Only a
framework counts when just the tests use it: they train with it.
"""

from collections.abc import Iterable

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.own_code import OWN, WORK
from mlops_platform.core.facts.repository import Role

MOST_PLACES = 10
"""Files shown per technology, one line of each."""

ONLY = {
    Role.TEST: "in tests only",
    Role.EXAMPLE: "in examples only",
    Role.DOCS: "in documentation only",
}


def technology(
    name: str, used: Iterable[Clue], declared: Iterable[Evidence] = (), note: str = ""
) -> Detection | None:
    """Conclude what is used from clues in the project's work, else where it is merely mentioned."""
    return _conclude(name, used, declared, note, counting=WORK)


def framework(
    name: str, used: Iterable[Clue], declared: Iterable[Evidence] = (), note: str = ""
) -> Detection | None:
    """Conclude like `technology`, but let tests count: a model that they train is the project's."""
    return _conclude(name, used, declared, note, counting=(*WORK, Role.TEST))


def practice(
    name: str, used: Iterable[Clue], declared: Iterable[Evidence] = (), note: str = ""
) -> Detection | None:
    """Conclude like `technology` for tools of the repository itself, at home in its tests too."""
    at_home = (c._replace(role=Role.SOURCE) if c.role is Role.TEST else c for c in used)
    return _conclude(name, at_home, declared, note, counting=WORK)


def _conclude(
    name: str,
    used: Iterable[Clue],
    declared: Iterable[Evidence],
    note: str,
    counting: tuple[Role, ...],
) -> Detection | None:
    clues = sorted(used, key=_rank)
    counted = [clue for clue in clues if clue.role in counting]
    if clues:
        words = [note, _where(counted or clues)]
        return Detection(
            name=name,
            is_used=bool(counted),
            evidence=_first_places(clue.place for clue in counted or clues),
            note=", ".join(word for word in words if word),
        )
    places = sorted(declared, key=_position)
    if not places:
        return None
    return Detection(name=name, is_used=False, evidence=_first_places(places), note="declared only")


def _where(clues: list[Clue]) -> str:
    roles = {clue.role for clue in clues}
    only = ONLY.get(clues[0].role, "") if len(roles) == 1 else ""
    optional = "optional" if all(clue.is_optional for clue in clues) else ""
    return ", ".join(word for word in (only, optional) if word)


def _rank(clue: Clue) -> tuple[int, str, int, int]:
    return OWN.index(clue.role), *_position(clue.place)


def _position(place: Evidence) -> tuple[str, int, int]:
    return place.path or "", place.cell or 0, place.line or 0


def _first_places(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    first: dict[str | None, Evidence] = {}
    for place in places:
        first.setdefault(place.path, place)
    return tuple(first.values())[:MOST_PLACES]
