"""A table of names and rows, however it was written: which of its numbers are metrics.

Rows are steps where a column counts them, else models, folds or runs, which name the values. A
table of many rows without steps holds predictions or data, not what was measured.
"""

from collections.abc import Iterator, Sequence

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_document import MOST_STEPS, STEP_NAMES
from mlops_platform.core.measuring.metric_name import SPLITS, metric_name
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, beside_validation, statement

MOST_ROWS = 60
LONGEST_LABEL = 60
_RANK = "rank_test_score"
"""What scikit-learn calls the order of a search's candidates."""
_OF_A_DESCRIPTION = frozenset("count mean std min 25% 50% 75% max".split())
_FOLDS = ("fold", "cv", "split", "kfold")
_OF_A_SEARCH = frozenset((_RANK, "mean_fit_time", "mean_score_time"))
_OF_FOLDS = frozenset(("fit_time", "score_time"))
"""What scikit-learn's `cross_validate` measures beside each score."""
_LABELS = (
    "model",
    "model_name",
    "name",
    "classifier",
    "algorithm",
    "estimator",
    "method",
    "regressor",
    "run",
)
Row = tuple[int | None, Sequence[str]]


def measurements_of_table(
    names: Sequence[str], rows: Sequence[Row], place: Place
) -> Iterator[Measurement]:
    """Yield the metrics of a table; each row is its line and its cells."""
    low = [name.strip().strip('"').lower() for name in names]
    measured = [index for index, name in enumerate(low) if metric_name(name) is not None]
    if not measured:
        return
    is_search = not _OF_A_SEARCH.isdisjoint(low) or set(low) >= _OF_FOLDS
    if _RANK in low:
        rows = [row for row in rows if _cell(row, low.index(_RANK)) in ("1", "1.0")][:1]
    if sum(_cell(row, 0) in _OF_A_DESCRIPTION for row in rows) > len(("mean", "std")):
        return
    step = next((low.index(name) for name in STEP_NAMES if name in low), None)
    if step is None and len(rows) > MOST_ROWS:
        return
    for position, row in enumerate(rows):
        situation = _situation(low, row, step, place.situation)
        if situation is None and len(rows) > 1:
            situation = place.situation._replace(fold=position + 1)
        here = place._replace(line=row[0], situation=situation or place.situation)
        for found in beside_validation(_read_row(names, row, measured, here)):
            # What a search calls test are parts of its folds.
            is_fold = is_search and found.split == "test"
            yield found._replace(split="validation") if is_fold else found


def _read_row(
    names: Sequence[str], row: Row, measured: Sequence[int], place: Place
) -> Iterator[Measurement]:
    for index in measured:
        said = _cell(row, index)
        value = number(said.rstrip("% ")) if said else None
        if value is None:
            continue
        found = statement(
            names[index].strip().strip('"'),
            value,
            place,
            is_share="%" in said,
            is_bare=said.isdigit(),
        )
        if found is not None:
            yield found


def _situation(
    names: Sequence[str], row: Row, step: int | None, around: Situation
) -> Situation | None:
    """Return what the row says that it is of, None where it does not say."""
    at = number(_cell(row, step)) if step is not None else None
    if at is not None and 0 <= at < MOST_STEPS:
        return around._replace(step=int(at))
    fold = next((names.index(name) for name in _FOLDS if name in names), None)
    at = number(_cell(row, fold)) if fold is not None else None
    if at is not None and 0 <= at < MOST_STEPS:
        return around._replace(fold=int(at))
    label = _label(names, row)
    if label.lower() in SPLITS:
        return around._replace(split=SPLITS[label.lower()])
    return around._replace(qualifier=label[:LONGEST_LABEL]) if label else None


def _label(names: Sequence[str], row: Row) -> str:
    """Return the text of a row that names it, the first where no column says that it does."""
    told = [index for index, name in enumerate(names) if name in _LABELS]
    others = [index for index in range(len(names)) if index not in told]
    for index in (*told, *others):
        text = _cell(row, index).strip('" ')
        if any(letter.isalpha() for letter in text) and number(text) is None:
            return text
    return ""


def _cell(row: Row, index: int) -> str:
    cells = row[1]
    return cells[index].strip() if index < len(cells) else ""
