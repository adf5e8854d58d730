"""How much disk a container writes outside of volumes, asked seldom enough to cost little."""

import time

from mlops_platform.adapters.docker.engine import Engine

SHARE = 9
"""It rests nine times as long as the engine took to count."""


class WrittenDisk:
    """Call it often; the engine is asked now and then."""

    def __init__(self, engine: Engine, container: str, limit_bytes: int) -> None:
        self._engine = engine
        self._container = container
        self._limit_bytes = limit_bytes
        self._rests_until = 0.0

    def __call__(self) -> str:
        """Return why it is too full, or ""."""
        began = time.monotonic()
        if began < self._rests_until:
            return ""
        written = self._engine.written_bytes(self._container)
        ended = time.monotonic()
        self._rests_until = ended + SHARE * (ended - began)
        if written <= self._limit_bytes:
            return ""
        return f"it filled {written} bytes of disk, where {self._limit_bytes} are allowed"
