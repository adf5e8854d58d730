"""Which rows a value holds: their source, and the sides of the splits that they went through."""

from typing import NamedTuple


class RowSet(NamedTuple):
    """Rows of one source that lie on these sides of these splits; (split, side) each."""

    source: int
    path: frozenset[tuple[int, str]] = frozenset()


Rows = frozenset[RowSet]
NO_ROWS: Rows = frozenset()
MOST_SETS = 12
MOST_SPLITS = 24
_PAIR = {"0": "1", "1": "0"}


def part(rows: Rows, split: int, side: str) -> Rows:
    """Return the rows on one side of a split; none where they went through too many."""
    if any(len(each.path) >= MOST_SPLITS for each in rows):
        return NO_ROWS
    return frozenset(each._replace(path=each.path | {(split, side)}) for each in rows)


def united(*all_rows: Rows) -> Rows:
    """Return all rows; none where there are too many kinds to keep apart."""
    found = _whole(frozenset[RowSet]().union(*all_rows))
    return found if len(found) <= MOST_SETS else NO_ROWS


def _whole(rows: Rows) -> Rows:
    """Put two sides of a split together where both are there."""
    if len(rows) == 1:
        return rows
    for each in sorted(rows, key=_in_order):
        for split, side in sorted(each.path):
            rest = each.path - {(split, side)}
            other = each._replace(path=rest | {(split, opposite(side))})
            if other in rows:
                return _whole((rows - {each, other}) | {each._replace(path=rest)})
    return rows


def opposite(side: str) -> str:
    """Return the side that holds all other rows of a split."""
    if side in _PAIR:
        return _PAIR[side]
    return side[1:] if side.startswith("!") else f"!{side}"


def _in_order(each: RowSet) -> tuple[int, list[tuple[int, str]]]:
    return each.source, sorted(each.path)


def holds(outer: Rows, inner: Rows) -> bool:
    """Tell whether surely every row of `inner` is one of `outer`."""
    return bool(inner) and all(any(_is_within(each, one) for one in outer) for each in inner)


def holds_some(outer: Rows, inner: Rows) -> bool:
    """Tell whether surely some rows of `inner` are among `outer`."""
    return any(_is_within(each, one) for each in inner for one in outer)


def are_apart(some: Rows, others: Rows) -> bool:
    """Tell whether surely no row is in both."""
    return bool(some and others) and all(_is_apart(a, b) for a in some for b in others)


def are_split(some: Rows, others: Rows) -> bool:
    """Tell whether the two are different sides of a split of one source."""
    return are_apart(some, others) and any(a.source == b.source for a in some for b in others)


def _is_within(inner: RowSet, outer: RowSet) -> bool:
    return inner.source == outer.source and outer.path <= inner.path


def _is_apart(some: RowSet, other: RowSet) -> bool:
    if some.source != other.source:
        return True
    sides = dict(other.path)
    return any(sides.get(split, side) != side for split, side in some.path)
