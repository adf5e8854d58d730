"""A reader that is started before it is asked for, while the rest of the platform gets ready."""

import threading
from collections.abc import Collection
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.ports import Isolation, T


class ReadyIsolation(Isolation, Protocol):
    """An isolation that can do a part of its work before it is asked for anything."""

    def get_ready(self) -> None:
        """Start what will be needed for the first call."""
        ...


class ReadAhead:
    """Fits the port `Isolation`: hands over what was begun, and asks `isolation` for the rest."""

    def __init__(self, isolation: ReadyIsolation) -> None:
        self._isolation = isolation
        self._begun: dict[tuple[str, Checkout], Future[Frozen]] = {}

    def get_ready(self) -> None:
        """Start what will be needed as soon as there is a checkout."""
        self._isolation.get_ready()

    def begin(self, facts: type[Frozen], gatherer: str, checkout: Checkout) -> None:
        """Start a gatherer that takes nothing but the checkout; `run` waits for its result."""
        begun: Future[Frozen] = Future()
        self._begun[gatherer, checkout] = begun
        # A daemon: a platform that gives up in between does not wait for what it will not use.
        work = (begun, facts, gatherer, checkout)
        threading.Thread(target=self._complete, args=work, daemon=True).start()

    def run(
        self,
        facts: type[T],
        gatherer: str,
        checkout: Checkout,
        *inputs: Frozen,
        may_read: Collection[Path] = (),
    ) -> T:
        """Return what a gatherer reads; the first to ask gets what was begun."""
        if not inputs and not may_read and (begun := self._begun.pop((gatherer, checkout), None)):
            found = begun.result()
            assert isinstance(found, facts)  # noqa: S101 (a gatherer has one type of facts)
            return found
        return self._isolation.run(facts, gatherer, checkout, *inputs, may_read=may_read)

    def _complete(
        self, begun: Future[Frozen], facts: type[Frozen], gatherer: str, checkout: Checkout
    ) -> None:
        try:
            begun.set_result(self._isolation.run(facts, gatherer, checkout))
        except BaseException as error:  # noqa: BLE001 (whoever asks for the result gets it)
            begun.set_exception(error)
