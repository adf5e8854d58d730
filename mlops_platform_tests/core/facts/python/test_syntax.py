import pytest

from mlops_platform.core.facts.python.syntax import (
    MOST_KEPT_BYTES,
    UnparsableError,
    parse,
    parsed_once,
)


def test_a_source_is_parsed_once_while_it_is_wanted():
    with parsed_once():
        first = parse(b"x = 1")
        assert parse(b"x = 1") is first
        assert parse("x = 1") is not first
    assert parse(b"x = 1") is not first


def test_without_a_wish_nothing_is_kept():
    assert parse(b"x = 1") is not parse(b"x = 1")


def test_no_more_is_kept_than_there_is_room_for():
    large = b"#" * (MOST_KEPT_BYTES - 10) + b"\n"
    with parsed_once():
        assert parse(large) is parse(large)
        assert parse(b"another = 1") is not parse(b"another = 1")


def test_what_cannot_be_parsed_says_so_each_time():
    with parsed_once():
        for _ in range(2):
            with pytest.raises(UnparsableError):
                parse(b"print 'x'")
