"""Training can be started from a file.

Why: a model that cannot be trained again from its repository cannot be corrected either.
Fix: put the steps from data to saved model into a function `main()` of one file such as
`train.py`, and call it under `if __name__ == "__main__":`.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_entry_points, counted
from mlops_platform.core.evidence import Answer, met, unknown, unmet
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 3
EFFORT = "hours"

MOST_SHOWN = 3
"""The best candidates; a course can hold dozens."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the ranked training entry points."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if facts.training_entry_points:
        return met(cite_entry_points(facts.training_entry_points[:MOST_SHOWN]))
    if skipped := inapplicable(facts, ProjectKind.TEMPLATE, ProjectKind.MANY_PROJECTS):
        return skipped
    if facts.code.unparsed:
        return unknown(
            f"no training was found, but {counted(len(facts.code.unparsed), 'file')} "
            "could not be read"
        )
    return unmet("no script, notebook or pipeline that trains a model was found")
