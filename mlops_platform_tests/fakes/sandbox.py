"""A sandbox that runs nothing: what comes of each attempt is known beforehand."""

from collections.abc import Callable
from pathlib import Path

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.run_outcome import SandboxOutcome
from mlops_platform.core.sandbox import HasEnded, LiveLog, SandboxOrder, SandboxProbe


def foretold(*outcomes: SandboxOutcome) -> "ForetoldSandbox":
    """Return a sandbox that gives these outcomes, one after the other."""
    coming = iter(outcomes)
    return ForetoldSandbox(lambda _: next(coming))


class ForetoldSandbox:
    """Fits the port `Sandbox`; `answer` tells the outcome of an order."""

    def __init__(self, answer: Callable[[SandboxOrder], SandboxOutcome]) -> None:
        self._answer = answer
        self.orders: list[SandboxOrder] = []
        self.folders: list[Path] = []

    def run(
        self, order: SandboxOrder, checkout: Checkout, outputs: Path, live: LiveLog
    ) -> SandboxOutcome:
        self.orders.append(order)
        self.folders.append(outputs)
        outcome = self._answer(order)
        for output in outcome.outputs:
            (outputs / output.stored_as).write_text(output.path)
        live(outcome.log.tail)
        return outcome

    def pythons(self) -> tuple[str, ...]:
        return ("3.11",)

    def probe(self) -> SandboxProbe:
        return SandboxProbe(engine="none", runtime="none")

    def sweep(self, has_ended: HasEnded = lambda _: False) -> tuple[str, ...]:
        return ()
