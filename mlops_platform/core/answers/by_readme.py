"""Answers a claim of the form "the README says so" from where it speaks of it."""

from mlops_platform.core.evidence import Answer, Evidence, met, unknown, unmet
from mlops_platform.core.sections.project_profile import Documentation


def answer_by_readme(documentation: Documentation, place: Evidence | None, missing: str) -> Answer:
    """Answer met by `place`; `missing` is said of English READMEs only, the others are not read."""
    if place is not None:
        return met([place])
    if not documentation.is_readme_english:
        return unknown("the README is not in English, and only English ones are searched")
    return unmet(missing if documentation.readme else "there is no README")
