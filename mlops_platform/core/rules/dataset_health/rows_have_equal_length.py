"""Every row has as many cells as the first.

Why: a row with a missing or an extra cell shifts its values into the wrong columns, or is dropped
in silence.
Fix: quote cells that hold the delimiter, and write the file with a CSV library instead of joining
strings.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, rows_of
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Count rows whose cells are more or fewer."""
    return answer_by_dataset(
        facts,
        _faults,
        "rows of unequal length",
        "no table is a delimited text of several columns",
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if profile.delimiter is None or profile.column_count == 1:
        return None
    count = profile.uneven_rows
    return [at(profile, f"{rows_of(count, profile)} are longer or shorter")] if count else []
