from datetime import UTC, datetime

import pytest

from mlops_platform.adapters.language_model.retry_delay import asked_seconds, delay_seconds

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("3", 3),
        ("0.5", 0.5),
        ("-5", 0),
        ("inf", float("inf")),
        ("Sun, 22 Nov 2026 12:00:30 GMT", 30),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0),
        ("nan", None),
        ("soon", None),
        ("", None),
        ("Sun, 99 Nov 2026 12:00:30 GMT", None),
    ],
)
def test_what_is_asked_for_is_read_as_seconds_or_as_a_date(value, seconds):
    assert asked_seconds({"retry-after": value}, NOW) == seconds


def test_nothing_is_asked_for_without_the_header():
    assert asked_seconds({}, NOW) is None


def test_delays_double_up_to_a_limit_and_are_spread_from_nothing():
    longest = [delay_seconds(attempt, None, lambda: 1.0) for attempt in (1, 2, 3, 9)]
    assert longest == [1, 2, 4, 20]
    assert delay_seconds(3, None, lambda: 0.0) == 0


def test_what_is_asked_for_is_never_undercut():
    assert delay_seconds(1, 8.0, lambda: 0.0) == 8
    assert delay_seconds(1, 8.0, lambda: 1.0) == 10
