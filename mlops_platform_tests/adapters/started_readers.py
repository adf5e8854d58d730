"""Readers of these tests, started as the platform starts a gatherer."""

from collections.abc import Callable
from pathlib import Path

from mlops_platform.adapters.subprocess_isolation import IsolationLimits, SubprocessIsolation
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Frozen
from mlops_platform_tests.adapters.hostile_readers import Seen

LIMITS = IsolationLimits(
    wall_seconds=60, file_cpu_seconds=1, memory_bytes=400 << 20, result_bytes=1 << 20
)


class StartedReaders:
    """Runs a reader by its function, in a child with changed limits."""

    def __init__(self, named: IsolationLimits = LIMITS, **changes: float) -> None:
        limits = IsolationLimits(**LIMITS._asdict() | changes)
        self._isolation = SubprocessIsolation(limits, _place, named)

    def run(
        self,
        reader: Callable[..., Seen],
        checkout: Checkout,
        *inputs: Frozen,
        may_read: tuple[Path, ...] = (),
    ) -> Seen:
        """Return what the reader saw."""
        name = f"{reader.__module__}:{reader.__name__}"
        return self._isolation.run(Seen, name, checkout, *inputs, may_read=may_read)


def _place(name: str) -> str:
    return name
