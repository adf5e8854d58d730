"""Finds the drift checks that are due, so that none is asked for twice and none is forgotten.

A schedule counts from when it was first seen. Where several times have passed, after a standstill
for example, only the last one is asked for: it sees the same data.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from pydantic import AwareDatetime, Field

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.schedule import last_due, next_due

MOST_AT_ONCE = 10
"""A check reads two tables; what is more than this waits for the next look."""


class CheckMemory(Frozen):
    """Up to when each repository's schedule was followed."""

    followed: Mapping[str, AwareDatetime] = Field(default_factory=dict)


class DueCheck(NamedTuple):
    """A check to ask for; `key` is the same whenever the same check is found."""

    repository: str
    due: datetime

    @property
    def key(self) -> str:
        """Name this check, and no other."""
        return f"{self.repository} at {self.due:%Y-%m-%dT%H:%MZ}"


class DueChecks(NamedTuple):
    """What to ask for now, what to remember, and the check that comes next."""

    checks: tuple[DueCheck, ...]
    memory: CheckMemory
    coming: DueCheck | None


def find_due_checks(
    entries: Iterable[CatalogEntry],
    memory: CheckMemory,
    now: datetime,
    most: int = MOST_AT_ONCE,
) -> DueChecks:
    """Find what is due at `now`, the longest due first, and at most so many at once."""
    now = now.astimezone(UTC)
    schedules = {
        entry.repository: entry.drift_schedule for entry in entries if entry.drift_schedule
    }
    followed = {key: memory.followed.get(key, now) for key in sorted(schedules)}
    found = (DueCheck(key, last_due(schedules[key], now)) for key in followed)
    due = [check for check in found if check.due > followed[check.repository]]
    asked = sorted(due, key=lambda check: (check.due, check.repository))[:most]
    later = [DueCheck(key, next_due(schedule, now)) for key, schedule in schedules.items()]
    return DueChecks(
        checks=tuple(asked),
        memory=CheckMemory(
            followed={**followed, **{check.repository: check.due for check in asked}}
        ),
        coming=min(later, key=lambda check: (check.due, check.repository), default=None),
    )
