"""Every column has a name of its own.

Why: without names a column is known by its position alone, and a change of order goes unnoticed.
Fix: write a header line; rename repeated names, and leave out the index that `to_csv` adds
(`index=False`).
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 1
EFFORT = "minutes"

UNNAMED = ("(column ", "Unnamed: ")
"""How readers call a column without a name."""


def answer(facts: DatasetHealthFacts) -> Answer:
    """Look for headers that are missing, and for repeated or empty names."""
    return answer_by_dataset(
        facts, _faults, "columns without a name of their own", "no table was read"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if profile.has_header is False:
        return [at(profile, "the first line is data, not names")]
    repeated = [
        at(profile, "the name comes more than once", name) for name in profile.repeated_names
    ]
    unnamed = [c.name for c in profile.columns if c.name.startswith(UNNAMED)]
    return [*repeated, *(at(profile, "no name", name) for name in unnamed)]
