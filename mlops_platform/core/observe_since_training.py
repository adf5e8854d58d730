"""Observes a current table against what is kept of the one that a registered model learned from."""

import hashlib
from functools import partial

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.compare_column import LONGEST_NAME
from mlops_platform.core.compare_with_profile import compare_with_profile
from mlops_platform.core.drift.chance import error_rate_per_column
from mlops_platform.core.drift.profile_table import profile_table
from mlops_platform.core.drift.result import DriftResult
from mlops_platform.core.drift.tables import Table, UnreadableTableError
from mlops_platform.core.drift.training_profile import (
    ProfileAnswer,
    SinceTraining,
    TableToKeep,
    TrainingProfile,
)
from mlops_platform.core.facts.text.texts import open_file
from mlops_platform.core.measure_column import Sizes
from mlops_platform.core.measure_drift import Side, concluded, shown_table
from mlops_platform.core.observe_drift import RefusedTableError, labelled, opened, told
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.sections.monitoring_health import DriftAnswer, DriftObservation, Source

PART_BYTES = 1 << 20
NO_ROWS = "of the table that the model learned from, no rows are kept"


def keep_profile(checkout: Checkout, table: TableToKeep) -> ProfileAnswer:
    """Profile the table that a model learns from, or say why it cannot be."""
    try:
        found = profile_table(opened(checkout, table.path), _sha256(checkout, table.path))
    except (RefusedTableError, UnreadableTableError) as error:
        return ProfileAnswer(failure=str(error).rstrip("."))
    return ProfileAnswer(profile=found)


def observe_since_training(checkout: Checkout, question: SinceTraining) -> DriftAnswer:
    """Compare the current table with the profile, or say why they cannot be."""
    profile, path = question.profile, question.current
    try:
        current = opened(checkout, path)
        is_own = question.source is Source.MODEL
        if is_own and profile.sha256 and _sha256(checkout, path) == profile.sha256:
            because = f"`{current.name}` is still what {question.model} learned from"
            return DriftAnswer(failure=because, is_unchanged=True)
        return DriftAnswer(observation=_observed(profile, current, question))
    except RefusedTableError as error:
        return DriftAnswer(failure=str(error))
    except UnreadableTableError:
        return DriftAnswer(failure="the cells of the current table could not be read")


def compare_with_training(
    profile: TrainingProfile, current: Table, target: str | None = None
) -> DriftResult:
    """Compare an open table with what is kept of another one. Raises UnreadableTableError."""
    shared = [column for column in profile.columns if column.name in current.types]
    sizes = Sizes(profile.rows, current.rows, error_rate_per_column(len(shared)))
    features = [compare_with_profile(column, current, sizes) for column in shared]
    reference = Side(profile.table, profile.rows, tuple(each.name for each in profile.columns))
    now = Side(shown_table(current), current.rows, tuple(current.types))
    return concluded(reference, now, features, target)


def _observed(
    profile: TrainingProfile, current: Table, question: SinceTraining
) -> DriftObservation:
    columns = {column.name: column for column in profile.columns}
    target = question.target if question.target in columns else None
    is_labelled = target in current.types
    if target is not None and not is_labelled:
        # Its labels come later: their absence is no fault of the columns.
        kept = tuple(column for column in profile.columns if column.name != target)
        profile = profile.model_copy(update={"columns": kept})
    result = compare_with_training(profile, current, target if is_labelled else None)
    shares: dict[str, float | None] = {}
    if target is not None:
        share = 1 - columns[target].missing / profile.rows
        shares["reference_labelled"] = round(share, 6)
        shares["current_labelled"] = labelled(current, target)
    table = f"{one_line(profile.table, LONGEST_NAME)} (learned by {question.model})"
    return DriftObservation.model_validate(
        {
            **told(result),
            **shares,
            "reference": table,
            "source": question.source,
            "target": None if target is None else one_line(target, LONGEST_NAME),
            "relation_because": NO_ROWS,
        }
    )


def _sha256(checkout: Checkout, path: str) -> str:
    """Return the hash of a file of the checkout, "" for anything else."""
    file = open_file(checkout, path)
    if isinstance(file, UnreadFile):
        return ""
    found = hashlib.sha256()
    with file:
        for part in iter(partial(file.read, PART_BYTES), b""):
            found.update(part)
    return found.hexdigest()
