"""Measures drift between two tables, column by column, and judges the whole."""

from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.compare_column import LONGEST_NAME, compare_column
from mlops_platform.core.drift.chance import error_rate_per_column
from mlops_platform.core.drift.columns import pairs
from mlops_platform.core.drift.result import DriftResult, FeatureDrift, Level
from mlops_platform.core.drift.tables import Table, UnreadableTableError, open_table
from mlops_platform.core.drift.verdict import judge_drift
from mlops_platform.core.measure_column import Sizes
from mlops_platform.core.report.escaping import one_line


class Side(NamedTuple):
    """One side as it is shown, and the names of all its columns."""

    name: str
    rows: int
    columns: tuple[str, ...]


def measure_drift(
    reference: Path,
    current: Path,
    target: str | None = None,
    names: tuple[str, str] | None = None,
) -> DriftResult:
    """Compare the current table with the reference. Raises UnreadableTableError.

    The features come in the order of the reference's columns. `target` names the column that the
    model predicts; its drift weighs more. Both are shown by their `names`, else by their paths.
    """
    named = zip((reference, current), names or (str(reference), str(current)), strict=True)
    tables = tuple(open_table(path, name) for path, name in named)
    if target is not None and not any(target in table.types for table in tables):
        raise UnreadableTableError(
            f"Neither table has the target column {one_line(target, LONGEST_NAME)!r};"
            " check its spelling."
        )
    return compare_tables(tables[0], tables[1], target)


def compare_tables(reference: Table, current: Table, target: str | None = None) -> DriftResult:
    """Compare two open tables. Raises UnreadableTableError."""
    shared = [name for name in reference.types if name in current.types]
    features = _features(reference, current, shared)
    sides = [
        Side(shown_table(table), table.rows, tuple(table.types)) for table in (reference, current)
    ]
    return concluded(sides[0], sides[1], features, target)


def concluded(
    reference: Side, current: Side, features: list[FeatureDrift], target: str | None
) -> DriftResult:
    """Judge the features that both sides have, and the columns that one side lacks."""
    lost = [_shown(name) for name in reference.columns if name not in set(current.columns)]
    shown_target = None if target is None else _shown(target)
    has_rows = bool(reference.rows and current.rows)
    verdict = judge_drift(features, lost, shown_target, has_rows=has_rows)
    known = set(reference.columns)
    return DriftResult(
        reference=reference.name,
        current=current.name,
        reference_rows=reference.rows,
        current_rows=current.rows,
        target=shown_target,
        overall_drift_score=verdict.score,
        health=verdict.health,
        classification=verdict.classification,
        because=verdict.because,
        features_compared=len(features),
        features_drifted=sum(
            feature.is_counted and feature.level is not Level.NONE for feature in features
        ),
        only_in_reference=tuple(lost),
        only_in_current=tuple(_shown(name) for name in current.columns if name not in known),
        features=tuple(features),
    )


def _features(reference: Table, current: Table, shared: list[str]) -> list[FeatureDrift]:
    sizes = Sizes(reference.rows, current.rows, error_rate_per_column(len(shared)))
    return [compare_column(pair, sizes) for pair in pairs(reference, current, shared)]


def shown_table(table: Table) -> str:
    """Return the name of a table, with what of it was not read."""
    return _shown(table.name) + (f" ({table.limit})" if table.limit else "")


def _shown(name: str) -> str:
    return one_line(name, LONGEST_NAME)
