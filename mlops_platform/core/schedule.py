"""Cron expressions: five fields, in UTC, as Debian's cron reads them."""

from datetime import UTC, datetime, timedelta

from cronsim import CronSim, CronSimError

FIELDS = 5
LONGEST = 100
SOME_TIME = datetime(2000, 1, 1, tzinfo=UTC)


class BadScheduleError(ValueError):
    """A text that is no schedule; the message says why."""


def check_schedule(schedule: str) -> None:
    """Raise BadScheduleError for what is no cron expression, or one that never comes."""
    if len(schedule) > LONGEST or len(schedule.split()) != FIELDS:
        raise BadScheduleError("it needs five fields: minute, hour, day, month, weekday")
    try:
        next(CronSim(schedule, SOME_TIME))
    except CronSimError as error:
        raise BadScheduleError(str(error).lower()) from error
    except StopIteration:
        raise BadScheduleError("no such day ever comes") from None


def last_due(schedule: str, now: datetime) -> datetime:
    """Return the last time at which a schedule was due, `now` included. `now` is in UTC."""
    # Going backward begins a second earlier.
    start = now.replace(microsecond=0) + timedelta(seconds=1)
    return next(CronSim(schedule, start, reverse=True))


def next_due(schedule: str, now: datetime) -> datetime:
    """Return the first time after `now` at which a schedule is due. `now` is in UTC."""
    return next(CronSim(schedule, now))
