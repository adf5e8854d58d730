"""What reads a user's tables; `wiring` loads for longer than most tables are read.

Each part loads what it needs and no more, for the same reason.
"""

from typing import TYPE_CHECKING

from mlops_platform.adapters.forked_reader import ForkedReader
from mlops_platform.adapters.isolated_attempt import IsolationLimits, limits_at_terminal
from mlops_platform.adapters.isolated_comparison import IsolatedComparison
from mlops_platform.core.named_tables import NamedTables
from mlops_platform.core.remote_tables import RemoteTables

if TYPE_CHECKING:
    from mlops_platform.core.ports import Isolation


def wire_table_reader() -> "Isolation":
    """Make what reads a table in a child process."""
    from mlops_platform.adapters.subprocess_isolation import SubprocessIsolation

    # Threads of a fork reserve far more addresses than they use.
    return SubprocessIsolation(IsolationLimits(maps_files=True), readers=ForkedReader())


def wire_named_tables() -> NamedTables:
    """Make what compares two tables in a child process."""
    return IsolatedComparison(ForkedReader(), limits_at_terminal())


def wire_remote_tables() -> RemoteTables:
    """Make what brings tables from elsewhere."""
    from mlops_platform.adapters.fsspec_remote_tables import FsspecRemoteTables

    return FsspecRemoteTables()
