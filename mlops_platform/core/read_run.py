"""Reads a run back from the words of an experiment store, which others may have edited."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, TypeVar

from mlops_platform.core.recorded_run import RecordedRun, RunStatus
from mlops_platform.core.recording.names import SYSTEM
from mlops_platform.core.recording.traits import with_traits
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Purpose

W = TypeVar("W", bound=StrEnum)


class StoredRun(NamedTuple):
    """A run in a store's own words; `metrics` are the last values."""

    status: str
    started_at: datetime | None
    ended_at: datetime | None
    parameters: Mapping[str, str]
    metrics: Mapping[str, float]
    tags: Mapping[str, str]


def read_run(stored: StoredRun) -> RecordedRun | None:
    """Return the recorded run; None where the tags do not say that it is one."""
    tags = dict(stored.tags)
    purpose = _word(Purpose, tags.get("mlops.purpose", ""))
    if purpose is None or not tags.get("mlops.run_id"):
        return None
    attempts = tags.get("mlops.attempts", "")
    values = {key: value for key, value in stored.metrics.items() if not key.startswith(SYSTEM)}
    return RecordedRun(
        run_id=tags["mlops.run_id"],
        repository=tags.get("mlops.repository", ""),
        commit=tags.get("mlops.commit", ""),
        purpose=purpose,
        status=_word(RunStatus, stored.status) or RunStatus.RUNNING,
        ending=_word(Ending, tags.get("mlops.ending", "")),
        cause=tags.get("mlops.cause", ""),
        because=tags.get("mlops.because", ""),
        started_at=stored.started_at,
        ended_at=stored.ended_at,
        metrics=with_traits(values, tags),
        parameters=tuple(sorted(stored.parameters.items())),
        tags=tuple(sorted((name, tags[name]) for name in tags)),
        attempts=int(attempts) if attempts.isdecimal() and len(attempts) < len("1000000") else 0,
    )


def _word(words: type[W], text: str) -> W | None:
    return next((word for word in words if word.value == text), None)
