"""No column is empty or the same in every row.

Why: such a column tells a model nothing, and is often a broken join or export.
Fix: find out why the column is empty or constant; then repair the export or drop the column.
"""

from collections.abc import Iterable, Mapping
from functools import partial

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at
from mlops_platform.core.dataset_profile import ColumnKind, ColumnProfile, DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 1
EFFORT = "hours"

FEWEST_ROWS = 20
"""With fewer rows a value can be the same everywhere by chance."""

_Shape = tuple[str, ...]
WORDS = {ColumnKind.CONSTANT: "one value in every row", ColumnKind.EMPTY: "no value in any row"}


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for constant and empty columns."""
    return answer_by_dataset(
        facts,
        partial(_faults, _shapes(facts.profiles)),
        "columns that tell nothing",
        "no table has rows enough to tell",
    )


def _shapes(profiles: Iterable[DatasetProfile]) -> Mapping[_Shape, list[DatasetProfile]]:
    found: dict[_Shape, list[DatasetProfile]] = {}
    for each in profiles:
        found.setdefault(_shape(each), []).append(each)
    return found


def _shape(profile: DatasetProfile) -> _Shape:
    return tuple(column.name for column in profile.columns)


def _faults(
    shapes: Mapping[_Shape, list[DatasetProfile]], profile: DatasetProfile
) -> list[Evidence] | None:
    if profile.rows < FEWEST_ROWS:
        return None
    alike = shapes[_shape(profile)]
    return [
        at(profile, WORDS[each.kind], each.name)
        for number, each in enumerate(profile.columns)
        if each.kind in WORDS and not _tells_parts_apart([p.columns[number] for p in alike])
    ]


def _tells_parts_apart(columns: list[ColumnProfile]) -> bool:
    """Tell whether a column may differ between files of one shape: a year, a place, a source.

    A profile holds no values, so that nobody can tell whether it does.
    """
    return sum(each.kind is ColumnKind.CONSTANT for each in columns) > 1
