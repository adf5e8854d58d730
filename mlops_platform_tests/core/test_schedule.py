from datetime import UTC, datetime

import pytest

from mlops_platform.core.schedule import BadScheduleError, check_schedule, last_due, next_due


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "schedule", ["* * * * *", "0 6 * * *", "*/15 9-17 * * mon-fri", "0 0 29 2 *", "0 0 L * *"]
)
def test_cron_expressions_are_schedules(schedule):
    check_schedule(schedule)


@pytest.mark.parametrize(
    ("schedule", "reason"),
    [
        ("", "five fields"),
        ("@daily", "five fields"),
        ("0 0 6 * * *", "five fields"),
        ("* " * 60, "five fields"),
        ("60 * * * *", "bad minute"),
        ("* * * * monday", "bad day-of-week"),
        ("*/0 * * * *", "bad minute"),
        ("0 0 30 2 *", "bad day-of-month"),
        ("0 0 31 2,4 *", "bad day-of-month"),
        ("0 0 1 * -1", "bad day-of-week"),
    ],
)
def test_what_is_no_schedule_says_why(schedule, reason):
    with pytest.raises(BadScheduleError, match=reason):
        check_schedule(schedule)


@pytest.mark.parametrize(
    ("schedule", "now", "due", "following"),
    [
        ("0 6 * * *", "2026-03-02 05:59:59", "2026-03-01 06:00", "2026-03-02 06:00"),
        ("0 6 * * *", "2026-03-02 06:00:00", "2026-03-02 06:00", "2026-03-03 06:00"),
        ("0 6 * * *", "2026-03-02 06:00:00.5", "2026-03-02 06:00", "2026-03-03 06:00"),
        ("*/5 * * * *", "2026-03-02 06:03:10", "2026-03-02 06:00", "2026-03-02 06:05"),
        ("0 0 29 2 *", "2026-03-02 06:00:00", "2024-02-29 00:00", "2028-02-29 00:00"),
    ],
)
def test_the_last_and_the_next_due_time(schedule, now, due, following):
    assert last_due(schedule, at(now)) == at(due)
    assert next_due(schedule, at(now)) == at(following)
