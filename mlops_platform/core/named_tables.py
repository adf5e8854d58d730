"""The port to a comparison of two tables that a user names: what is asked, what is answered."""

from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from mlops_platform.core.drift.result import DriftResult


class Comparison(NamedTuple):
    """Two tables to compare, how the user spelled them, and the column to predict."""

    reference: Path
    current: Path
    names: tuple[str, str]
    target: str | None = None


class ComparisonAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The result, or one sentence on why there is none."""

    result: DriftResult | None = None
    failure: str = ""


class NamedTables(Protocol):
    """Tables of the user's own, compared where they can do no harm."""

    def compare(self, asked: Comparison) -> ComparisonAnswer:
        """Compare two tables. Raises GatheringFailedError where reading them came to no end."""
        ...
