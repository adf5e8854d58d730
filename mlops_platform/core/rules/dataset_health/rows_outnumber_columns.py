"""There are more rows than columns.

Why: with more columns than rows some column fits the target by chance, and a model takes it.
Fix: select features by knowledge of the domain, or regularise strongly and select inside cross-
validation.
"""

from mlops_platform.core.answers.by_dataset import answer_by_dataset, at, sure_target
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Answer, Evidence
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 2
EFFORT = "days"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Compare the shape of tables with a target."""
    return answer_by_dataset(
        facts, _faults, "as many columns as rows", "which column is the target is not sure"
    )


def _faults(profile: DatasetProfile) -> list[Evidence] | None:
    if sure_target(profile) is None or not profile.is_whole:
        return None
    is_wide = profile.rows <= profile.column_count
    note = f"{profile.rows} rows, {profile.column_count} columns"
    return [at(profile, note)] if is_wide else []
