"""Two tables of the user's own, compared in a child process; fits the port `NamedTables`.

It needs no more than plain values, so that a small table is answered about at once.
"""

import importlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from mlops_platform.adapters.isolated_attempt import (
    Death,
    IsolationLimits,
    Readers,
    Request,
    attempt,
    deadline_of,
    died,
    malformed,
)
from mlops_platform.core.facts.spread import Spread
from mlops_platform.core.named_tables import Comparison, ComparisonAnswer

NOWHERE = Path("/dev/null/nowhere")
"""There is no repository: all that may be read are the tables."""


class IsolatedComparison:
    """Compares tables by a reader of these, within limits."""

    def __init__(self, readers: Readers, limits: IsolationLimits) -> None:
        self._readers = readers
        self._limits = limits

    def compare(self, asked: Comparison) -> ComparisonAnswer:
        """Compare two tables in a child. Raises GatheringFailedError."""
        told = {
            "reference": str(asked.reference),
            "current": str(asked.current),
            "names": asked.names,
            "target": asked.target,
        }
        may_read = [str(asked.reference), str(asked.current)]
        request = Request(ANSWERER, told, NOWHERE, may_read, self._limits)
        answer = attempt(self._readers, request, deadline_of(self._limits))
        if isinstance(answer, Death):
            raise died(answer)
        try:
            return msgspec.json.decode(answer, type=ComparisonAnswer)
        except msgspec.DecodeError as error:
            raise malformed(str(error)) from error


class ComparisonCall:
    """Fits `Answering`: the comparison in the child."""

    def __init__(self, asked: Mapping[str, Any]) -> None:
        # Loaded here, not in the parent: a process with threads cannot be forked.
        module = importlib.import_module("mlops_platform.core.compare_named_tables")
        self._compare: Callable[[Comparison], ComparisonAnswer] = module.compare_named_tables
        self._asked = Comparison(
            reference=Path(asked["reference"]),
            current=Path(asked["current"]),
            names=(asked["names"][0], asked["names"][1]),
            target=asked["target"],
        )

    def answer(self, _hands: Spread) -> ComparisonAnswer:
        """Return what the comparison gave."""
        return self._compare(self._asked)

    def text(self, answer: ComparisonAnswer) -> bytes:
        """Write it as JSON; what is no number becomes null, which the parent refuses."""
        return msgspec.json.encode(answer)


ANSWERER = f"{__name__}:{ComparisonCall.__name__}"
