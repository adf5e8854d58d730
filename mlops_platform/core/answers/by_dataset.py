"""Answers on what holds for each table of data: met by all, by some, or by none."""

from collections.abc import Callable

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import counted
from mlops_platform.core.dataset_profile import DatasetProfile, TargetProfile
from mlops_platform.core.evidence import (
    Answer,
    Evidence,
    met,
    not_applicable,
    partly_met,
    unknown,
)
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.project_profile import ProjectKind

Faults = Callable[[DatasetProfile], list[Evidence] | None]
"""What is wrong with one table; None where the claim is not about it."""

# Data sets that come with a library: their faults are not this repository's.
FROM_A_LIBRARY = ("sklearn.datasets.", "torchvision.", "seaborn.", "keras.", "tensorflow.")
SURE_TARGET = 0.7
"""A target that is less sure is not judged by."""


def without_data(facts: DatasetHealthFacts) -> Answer | None:
    """Answer where the repository holds no table of its own, or is not judged by it."""
    skipped = inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY, *COLLECTIONS)
    if skipped or facts.profiles or facts.unread:
        return skipped
    if facts.absent:
        return unknown("the data lie under DVC or Git LFS and are not in the tree")
    if facts.passed_over:
        return unknown(f"no table was read: {facts.passed_over[0].note}")
    sources = [place.name for place in facts.external_data]
    if sources and all(name.startswith(FROM_A_LIBRARY) for name in sources):
        return not_applicable("the data come with a library")
    return unknown("the repository holds no table of data that could be read")


def answer_by_dataset(
    facts: DatasetHealthFacts, faults: Faults, fault: str, otherwise: str
) -> Answer:
    """Answer with the share of tables without a `fault`, which follows "there are"."""
    if answered := without_data(facts):
        return answered
    asked = {each.path: found for each in facts.profiles if (found := faults(each)) is not None}
    if not asked:
        return not_applicable(otherwise)
    wrong = [found for found in asked.values() if found]
    because = f"there are {fault} in {len(wrong)} of {counted(len(asked), 'table')}"
    if not wrong:
        return met(Evidence(path=path) for path in asked)
    places = [evidence for found in wrong for evidence in found]
    return partly_met(1 - len(wrong) / len(asked), because, places)


def at(profile: DatasetProfile, note: str, column: str | None = None) -> Evidence:
    """Point to a table or to one of its columns; a part that was read is said to be one."""
    part = "" if profile.is_whole else f", of the first {profile.rows} rows"
    return Evidence(path=profile.path, column=column, note=f"{note}{part}")


def sure_target(profile: DatasetProfile) -> TargetProfile | None:
    """Return the target where its name is sure enough to judge by."""
    target = profile.target
    return target if target and target.confidence >= SURE_TARGET else None


def rows_of(count: int, profile: DatasetProfile) -> str:
    """Return "3 of 10 rows"."""
    return f"{count} of {counted(profile.rows, 'row')}"
