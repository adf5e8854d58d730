"""Answers a claim of the form "CI does this" from the steps that do it."""

from collections.abc import Collection

from mlops_platform.core.answers.cite import cite_detections
from mlops_platform.core.ci_steps import opaque_steps
from mlops_platform.core.evidence import (
    Answer,
    Detection,
    Evidence,
    met,
    not_applicable,
    unknown,
    unmet,
)
from mlops_platform.core.sections.project_profile import Workflow


def answer_by_ci(
    ci: Collection[Detection],
    workflows: Collection[Workflow],
    places: Collection[Evidence],
    missing: str,
) -> Answer:
    """Answer met by `places`; say `missing` only of pipelines that were read and hide nothing."""
    if not ci:
        return not_applicable("there is no CI")
    if places:
        return met(places)
    if not workflows:
        return unknown("the pipeline file could not be read")
    hidden = opaque_steps(workflows)
    if hidden:
        return unknown(f"CI runs `{hidden[0].note}`, and what that does is not followed")
    return unmet(missing, cite_detections(ci))
