"""Stops asking a service that is down, so that a report does not wait for it again and again."""

import time
from collections.abc import Callable

MOST_FAILURES = 3
"""Of questions in a row, each with its repetitions."""
REST_SECONDS = 60.0
"""How long an endpoint is left alone; a process may live for weeks."""


class CircuitBreaker:
    """Counts questions that failed in a row."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._failed_at = 0.0

    def is_open(self) -> bool:
        """Tell whether the endpoint is to be left alone now."""
        is_resting = self._clock() - self._failed_at < REST_SECONDS
        return self._failures >= MOST_FAILURES and is_resting

    def note(self, *, is_failure: bool) -> None:
        """Count a question: that nobody answered it, or that somebody did, whatever they said."""
        self._failures = self._failures + 1 if is_failure else 0
        if is_failure:
            self._failed_at = self._clock()
