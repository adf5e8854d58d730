"""The port to what runs foreign code, and what is handed to it."""

from pathlib import Path
from typing import Protocol

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.run_outcome import SandboxOutcome
from mlops_platform.core.run_plan import RunPlan


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
