"""What the operator's catalog says of one repository, and the port to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.execution_wishes import ExecutionWishes
from mlops_platform.core.judge_gates import DemandedMetric


class CatalogEntry(Frozen):
    """One repository that the operator declares; `ref` is None for its HEAD.

    `reference` and `current` are tables to compare: a path in the repository, or from `/` on this
    machine. Without `reference`, `current` is compared with what is kept of the table that the
    registered model learned from. `target` is a column. `drift_schedule` is a cron expression, in
    UTC. `execution` says how to run it, `gates` what its metrics must reach before registration.
    """

    repository: str
    ref: str | None = None
    reference: str | None = None
    current: str | None = None
    target: str | None = None
    drift_schedule: str | None = None
    execution: ExecutionWishes = ExecutionWishes()
    gates: tuple[DemandedMetric, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Return the tables that are on this machine, not in the repository."""
        tables = (Path(table) for table in (self.reference, self.current) if table)
        return tuple(table for table in tables if table.is_absolute())


class Catalog(Protocol):
    """The repositories that the operator declares."""

    def entries(self) -> Mapping[str, CatalogEntry]:
        """Return what is declared, by repository key.

        Raises BadInputError naming every mistake.
        """
        ...
