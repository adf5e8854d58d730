"""Readers in a child process: what kills the child costs one file, never the platform.

The child is `isolated_child`, forked anew for every call by a process that read nothing: with no
environment but what Python needs to import us, in an empty folder, under limits of memory,
processor time, file size and time.
"""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from mlops_platform.adapters import gatherer_call
from mlops_platform.adapters.isolated_attempt import (
    Death,
    IsolationLimits,
    Readers,
    Request,
    attempt,
    deadline_of,
    died,
    failed,
    malformed,
)
from mlops_platform.adapters.reader_process import ReaderProcess
from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Frozen

MOST_SET_ASIDE = 5
T = TypeVar("T", bound=Frozen)

FOR_NAMED_FILES = IsolationLimits(
    cpu_seconds=600, file_cpu_seconds=600, wall_seconds=900, memory_bytes=2 << 30, maps_files=True
)
"""The operator's own tables may be large, and are trusted to be what they are."""


def gatherer_place(name: str) -> str:
    """Return the module and function of a gatherer, with a colon between."""
    return f"mlops_platform.core.gather.{name}:gather_{name}"


class SubprocessIsolation:
    """Fits the port `Isolation`; `place` tells where a gatherer is."""

    def __init__(
        self,
        limits: IsolationLimits | None = None,
        place: Callable[[str], str] = gatherer_place,
        limits_for_named: IsolationLimits = FOR_NAMED_FILES,
        readers: Readers | None = None,
    ) -> None:
        self._limits = limits or IsolationLimits()
        self._limits_for_named = limits_for_named
        self._place = place
        self._process: Readers = readers or ReaderProcess()

    def get_ready(self) -> None:
        """Start what will be needed for the first call."""
        self._process.start()

    def run(
        self,
        facts: type[T],
        gatherer: str,
        checkout: Checkout,
        *inputs: Frozen,
        may_read: Collection[Path] = (),
    ) -> T:
        """Call a gatherer in a child; a file that kills it is set aside."""
        limits = self._limits_for_named if may_read else self._limits
        function, names = self._place(gatherer), [str(each) for each in may_read]
        texts = [each.model_dump_json() for each in inputs]
        returned: TypeAdapter[T] = TypeAdapter(facts)
        deadline = deadline_of(limits)
        for _ in range(MOST_SET_ASIDE + 1):
            asked = gatherer_call.asked(function, checkout, texts)
            request = Request(gatherer_call.ANSWERER, asked, checkout.root, names, limits)
            answer = attempt(self._process, request, deadline)
            if not isinstance(answer, Death):
                return _valid(returned, answer)
            checkout = _without(answer, checkout)
        raise failed(f"more than {MOST_SET_ASIDE} files stopped the reader")


def _valid(returned: TypeAdapter[T], text: bytes) -> T:
    try:
        return returned.validate_json(text)
    except ValidationError as error:
        raise malformed(str(error)) from error


def _without(death: Death, checkout: Checkout) -> Checkout:
    known = {file.path for file in checkout.set_aside}
    if death.culprit is None or death.culprit in known:
        raise died(death)
    aside = UnreadFile(path=death.culprit, reason=death.reason)
    return replace(checkout, set_aside=(*checkout.set_aside, aside))
