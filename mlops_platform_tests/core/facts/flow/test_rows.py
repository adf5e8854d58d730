"""Rows: which lie within others, and which surely do not."""

from mlops_platform.core.facts.flow.rows import (
    NO_ROWS,
    RowSet,
    are_apart,
    are_split,
    holds,
    holds_some,
    opposite,
    part,
    united,
)

ALL = frozenset({RowSet(1)})
TRAIN, TEST = part(ALL, 7, "0"), part(ALL, 7, "1")
ELSEWHERE = frozenset({RowSet(2)})


def test_a_whole_holds_its_parts_and_no_part_the_whole():
    assert holds(ALL, TRAIN)
    assert not holds(TRAIN, ALL)


def test_two_sides_of_a_split_are_apart():
    assert are_split(TRAIN, TEST)
    assert not are_apart(TRAIN, ALL)


def test_sides_of_different_splits_may_share_rows():
    assert not are_apart(TRAIN, part(ALL, 8, "1"))


def test_two_sources_are_apart_but_no_split():
    assert are_apart(ALL, ELSEWHERE)
    assert not are_split(ALL, ELSEWHERE)


def test_joined_rows_hold_some_of_each():
    both = united(TRAIN, ELSEWHERE)
    assert holds(both, TRAIN)
    assert holds_some(TRAIN, both)
    assert not holds(TRAIN, both)


def test_of_no_rows_nothing_is_sure():
    assert not holds(ALL, NO_ROWS)
    assert not are_apart(NO_ROWS, ALL)


def test_too_many_kinds_of_rows_are_none():
    assert united(*(frozenset({RowSet(n)}) for n in range(40))) == NO_ROWS


def test_two_sides_put_together_are_the_whole_again():
    assert united(TRAIN, TEST) == ALL


def test_a_part_of_a_side_does_not_make_it_whole():
    assert united(part(TRAIN, 9, "0"), TEST) != ALL


def test_parts_of_three_are_no_two_sides():
    thirds = [part(ALL, 7, f"{number} of 3") for number in range(3)]
    assert len(united(*thirds)) == 3


def test_the_opposite_of_the_opposite_is_the_side():
    for side in ("0", "1", "=yes", "!=yes", "<", "in"):
        assert opposite(opposite(side)) == side
