"""Observes two tables: their drift, their labels, their relation, the season."""

from pathlib import Path

import polars as pl

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.compare_column import LONGEST_NAME
from mlops_platform.core.drift.relation import HARDLY_OVERLAP, HIGH, MEDIUM, measure_relation
from mlops_platform.core.drift.result import DriftResult, FeatureDrift, Level, Measure
from mlops_platform.core.drift.season import is_explained, same_season
from mlops_platform.core.drift.tables import Table, UnreadableTableError, open_table
from mlops_platform.core.drift.terms import labelled_rows
from mlops_platform.core.facts.text.texts import actual, open_file
from mlops_platform.core.measure_drift import compare_tables
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.sections.monitoring_health import (
    DriftAnswer,
    DriftObservation,
    DriftQuestion,
    RelationChange,
    SeasonMatch,
    Source,
)

MOST_NOTES = 5


class RefusedTableError(Exception):
    """A table that is not there to be read; the message says why."""


def observe_drift(checkout: Checkout, question: DriftQuestion) -> DriftAnswer:
    """Compare the two tables that the question names, or say why they cannot be."""
    try:
        tables = [opened(checkout, path) for path in (question.reference, question.current)]
        return DriftAnswer(observation=observe_tables(tables[0], tables[1], question))
    except RefusedTableError as error:
        return DriftAnswer(failure=str(error))
    except UnreadableTableError:
        return DriftAnswer(failure="the cells of the two tables could not be read")


def opened(checkout: Checkout, path: str) -> Table:
    """Open a table of the repository or of the operator's. Raises RefusedTableError."""
    place = Path(checkout.root, actual(path))
    # A table of the operator's own is shown by its name: where it lies is this machine's business.
    shown = one_line(place.name if path.startswith("/") else path, LONGEST_NAME)
    if not (path.startswith("/") or place.is_dir()):
        # Opened first without following a link: the table reader itself would follow one.
        file = open_file(checkout, path)
        if isinstance(file, UnreadFile):
            raise RefusedTableError(f"{shown}: {file.reason}")
        file.close()
    try:
        return open_table(place)._replace(name=shown)
    except UnreadableTableError as error:
        reason = str(error).replace(str(place), shown).rstrip(".")
        raise RefusedTableError(reason) from error


def observe_tables(reference: Table, current: Table, question: DriftQuestion) -> DriftObservation:
    """Observe two open tables. Raises UnreadableTableError."""
    target = question.target if question.target in reference.types else None
    shares = tuple(None if target is None else labelled(t, target) for t in (reference, current))
    if target is not None and target not in current.types:
        reference = _without(reference, {target})
    if question.source is Source.SPLIT:
        # A test part without its target or its identifiers is no fault of live data.
        reference = _without(reference, reference.types.keys() - current.types.keys())
        current = _without(current, current.types.keys() - reference.types.keys())
    result = compare_tables(reference, current, target if target in current.types else None)
    relation, because = _relation(reference, current, target, result)
    if question.target and target is None:
        because = f"the reference has no column {one_line(question.target, LONGEST_NAME)}"
    return DriftObservation.model_validate(
        {
            **told(result),
            "source": question.source,
            "target": None if target is None else one_line(target, LONGEST_NAME),
            "reference_labelled": shares[0],
            "current_labelled": shares[1],
            "relation": relation,
            "relation_because": because,
            "hardly_overlaps": because == HARDLY_OVERLAP,
            "season": _season(reference, current, result),
        }
    )


def _without(table: Table, names: set[str]) -> Table:
    kept = {name: of for name, of in table.types.items() if name not in names}
    return table._replace(frame=table.frame.select(list(kept)), types=kept)


def labelled(table: Table, target: str) -> float | None:
    """Return the share of rows with a target, None where there is none at all."""
    if target not in table.types or not table.rows:
        return None
    known = table.frame.select(pl.col(target).count())
    return round(int(table._replace(frame=known).read([target]).item()) / table.rows, 6)


def told(result: DriftResult) -> dict[str, object]:
    """Return what an observation takes of a result: no bins, and the first notes."""
    features = [
        {
            **_fields(feature, "bins", "histogram"),
            "notes": feature.notes[:MOST_NOTES],
            "measures": [_fields(measure, "medium", "high") for measure in feature.measures],
        }
        for feature in result.features
    ]
    return {**_fields(result, "target"), "features": features}


def _fields(value: DriftResult | FeatureDrift | Measure, *left_out: str) -> dict[str, object]:
    names = value.__struct_fields__
    return {name: getattr(value, name) for name in names if name not in left_out}


def _relation(
    reference: Table, current: Table, target: str | None, result: DriftResult
) -> tuple[RelationChange | None, str]:
    if target is None:
        return None, "no target is known"
    if target not in current.types:
        return None, "the current data have no target"
    counted = {feature.name for feature in result.features if feature.is_counted}
    features = [name for name in reference.types if one_line(name, LONGEST_NAME) in counted]
    both = labelled_rows(reference, current, features, target)
    if isinstance(both, str):
        return None, both
    found = measure_relation(*both)
    if isinstance(found, str):
        return None, found
    is_real = found.value > found.noise_floor
    reached = (found.value >= MEDIUM) + (found.value >= HIGH) if is_real else 0
    return (
        RelationChange(
            value=found.value,
            noise_floor=found.noise_floor,
            level=("none", "medium", "high")[reached],
            terms=found.terms,
            reference_rows=len(both[0].terms),
            current_rows=len(both[1].terms),
            overlap=found.overlap,
        ),
        "",
    )


def _season(reference: Table, current: Table, result: DriftResult) -> SeasonMatch | None:
    if not any(f.is_counted and f.level is not Level.NONE for f in result.features):
        return None
    season = same_season(reference, current)
    if season is None:
        return None
    against = compare_tables(season.table, current, result.target)
    return SeasonMatch(
        column=one_line(season.column, LONGEST_NAME),
        reference_rows=season.table.rows,
        is_explained=is_explained(list(result.features), list(against.features)),
    )
