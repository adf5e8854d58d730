"""How long to wait before a request is repeated: what the endpoint asks for, else by chance."""

import math
import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 20.0
SPREAD = 0.25
"""Of the asked time, added by chance: those who were refused together shall not return together."""


def asked_seconds(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how long `Retry-After` asks to wait; None where it says nothing that can be read."""
    text = headers.get("retry-after", "").strip()
    seconds = _seconds(text)
    if seconds is None:
        seconds = _seconds_until(text, now)
    return None if seconds is None or math.isnan(seconds) else max(seconds, 0.0)


def delay_seconds(
    attempt: int, asked: float | None, chance: Callable[[], float] = random.random
) -> float:
    """Return the wait after this attempt, counted from 1: exponential, with full jitter."""
    if asked is not None:
        return asked * (1 + SPREAD * chance())
    return float(min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (attempt - 1))) * chance()


def _seconds(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _seconds_until(text: str, now: datetime) -> float | None:
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds()
