"""What the core and Dagster's side need from the world: one protocol per port, and its values.

An adapter does not inherit from its port, it fits it.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.execution_wishes import ExecutionWishes
from mlops_platform.core.judge_gates import DemandedMetric
from mlops_platform.core.run_outcome import SandboxOutcome
from mlops_platform.core.run_plan import RunPlan

T = TypeVar("T", bound=Frozen)


class Revision(Frozen):
    """One repository at one commit, by name. `url` is None for a local directory."""

    repository: str
    url: str | None
    commit: str
    committed_at: datetime | None = None


class UnreadFile(Frozen):
    """A file that was not read, and why."""

    path: str
    reason: str


class Checkout(Frozen):
    """One repository at one commit, read-only under `root`, without `.git`.

    `submodules` are paths that the commit points to but that were not fetched. Files in `set_aside`
    are there but must not be opened again: reading them killed a reader.
    """

    revision: Revision
    root: Path
    submodules: tuple[str, ...] = ()
    set_aside: tuple[UnreadFile, ...] = ()


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


class PlatformError(Exception):
    """One sentence for the user: what happened, why, what to do. The CLI prints it as it is."""


class BadInputError(PlatformError):
    """Something that the user gave cannot be used; the CLI ends with exit code 2."""


class RefusedRepositoryError(BadInputError):
    """A repository address that is not accepted."""


class UnreachableRepositoryError(PlatformError):
    """A repository that could not be fetched (exit code 3)."""


class GatheringFailedError(PlatformError):
    """Reading a checkout ended without facts; the section then says why.

    `why` is the cause as a clause, for those who know what it was that could not be read.
    """

    def __init__(self, sentence: str, why: str = "") -> None:
        super().__init__(sentence)
        self.why = why or sentence.rstrip(".")


class Checkouts(Protocol):
    """Repositories as read-only trees."""

    def fetch(self, repository: str, ref: str | None = None) -> Checkout:
        """Fetch a repository key at a branch, tag or commit (default: its HEAD).

        Raises RefusedRepositoryError or UnreachableRepositoryError.
        """
        ...

    def at(self, revision: Revision) -> Checkout:
        """Return the checkout of a revision, from the cache or fetched again."""
        ...

    def newest_commit(self, repository: str, ref: str | None = None) -> str:
        """Ask which commit `fetch` would bring now, without bringing it.

        Raises RefusedRepositoryError or UnreachableRepositoryError.
        """
        ...


class Catalog(Protocol):
    """The repositories that the operator declares."""

    def entries(self) -> Mapping[str, CatalogEntry]:
        """Return what is declared, by repository key.

        Raises BadInputError naming every mistake.
        """
        ...


class Isolation(Protocol):
    """Runs a core function that reads foreign bytes in a killable, limited child process."""

    def run(
        self,
        facts: type[T],
        gatherer: str,
        checkout: Checkout,
        *inputs: Frozen,
        may_read: Collection[Path] = (),
    ) -> T:
        """Call a gatherer in the child and return its result, validated as `facts`.

        `gatherer` names a file of `core/gather` and its function `gather_<name>`, which is called
        with the checkout and the inputs; the parent does not even load it. It reads the checkout,
        and `may_read`: files and folders that the operator names (`CatalogEntry.files`).
        A file of the checkout that kills the child is set aside and the call repeated.
        Raises GatheringFailedError.
        """
        ...


class Sections(Protocol):
    """Stored sections, as JSON text by asset and repository key."""

    def write(self, asset: str, repository: str, text: str) -> None:
        """Store one section, replacing the former one."""
        ...

    def read(self, asset: str, repository: str) -> str | None:
        """Return one section, None where it was never stored."""
        ...

    def repositories(self, asset: str) -> tuple[str, ...]:
        """Return the keys that have this section, sorted."""
        ...


class CarriedFile(Frozen):
    """A file that an earlier run made: put to `path` of the repository before this one begins."""

    path: str
    file: Path


class SandboxOrder(Frozen):
    """One attempt to be made in a sandbox: its plan, and what its containers are labelled with.

    `carried` are files of an earlier run, such as the model that is to be evaluated; as they are
    they are no outputs of this one.
    """

    run_id: str
    attempt: int
    plan: RunPlan
    carried: tuple[CarriedFile, ...] = ()


class LiveLog(Protocol):
    """Takes a log while it grows: blocks of cleaned text, not lines."""

    def __call__(self, text: str) -> None:
        """Show or keep one block."""
        ...


class SandboxProbe(Frozen):
    """What a probe container saw of its own limits; `unmet` are those that are not in force."""

    engine: str
    runtime: str
    held: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()


class HasEnded(Protocol):
    """Tells by its id whether a run has ended; False where nobody knows."""

    def __call__(self, run_id: str, /) -> bool:
        """Tell of one run."""
        ...


class Sandbox(Protocol):
    """Runs foreign code, in containers that see nothing of us, and nowhere else."""

    def run(
        self, order: SandboxOrder, checkout: Checkout, outputs: Path, live: LiveLog
    ) -> SandboxOutcome:
        """Install the plan's environment, run its steps, and bring what they left into `outputs`.

        `outputs` is an empty folder of ours. Whatever happens, the containers are gone afterwards,
        and the outcome says how it ended; log and outputs are kept in every case.
        """
        ...

    def pythons(self) -> tuple[str, ...]:
        """Return the versions of Python ("3.X") that can be run; () where nobody can tell."""
        ...

    def probe(self) -> SandboxProbe:
        """Start a probe container and look which limits are in force. Raises PlatformError."""
        ...

    def sweep(self, has_ended: HasEnded = lambda _: False) -> tuple[str, ...]:
        """Remove what dead runs left behind, and name it.

        `has_ended` knows of runs whose processes cannot be seen from here. Raises PlatformError.
        """
        ...
