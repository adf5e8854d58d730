"""The licence is stated.

Why: without a licence nobody else may use, change or share the code, however public it is.
Fix: choose a licence at https://choosealicense.com, save its text as `LICENSE` at the root and
name it in `pyproject.toml` (`license = "MIT"`).
"""

from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the licence files and the licence that the package metadata name."""
    seen = [facts.license_evidence] if facts.license_evidence else []
    if facts.license:
        return met(seen, f"the licence is {facts.license}")
    if seen:
        return met(seen, "the text is not one of the widely known licences")
    return unmet("no licence file was found, and no package metadata at the root name a licence")
