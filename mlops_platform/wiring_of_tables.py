"""The reader of tables that a user names; `wiring` loads for longer than most tables are read."""

from mlops_platform.adapters.forked_reader import ForkedReader
from mlops_platform.adapters.subprocess_isolation import (
    IsolationLimits,
    SubprocessIsolation,
    limits_at_terminal,
)
from mlops_platform.core.ports import Isolation


def wire_table_reader() -> Isolation:
    """Make what reads tables in a child process."""
    # Threads of a fork reserve far more addresses than they use.
    limits = IsolationLimits(maps_files=True)
    return SubprocessIsolation(
        limits, limits_for_named=limits_at_terminal(), readers=ForkedReader()
    )
