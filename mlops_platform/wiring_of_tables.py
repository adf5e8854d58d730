"""What reads a user's tables; `wiring` loads for longer than most tables are read."""

from mlops_platform.adapters.forked_reader import ForkedReader
from mlops_platform.adapters.fsspec_remote_tables import FsspecRemoteTables
from mlops_platform.adapters.subprocess_isolation import (
    IsolationLimits,
    SubprocessIsolation,
    limits_at_terminal,
)
from mlops_platform.core.ports import Isolation
from mlops_platform.core.remote_tables import RemoteTables


def wire_table_reader() -> Isolation:
    """Make what reads tables in a child process."""
    # Threads of a fork reserve far more addresses than they use.
    limits = IsolationLimits(maps_files=True)
    return SubprocessIsolation(
        limits, limits_for_named=limits_at_terminal(), readers=ForkedReader()
    )


def wire_remote_tables() -> RemoteTables:
    """Make what brings tables from elsewhere; nothing of it is loaded before it is used."""
    return FsspecRemoteTables()
