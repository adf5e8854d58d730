"""Training runs outside notebooks too.

Why: a notebook cannot be tested, reviewed or started by a scheduler as a plain file can.
Fix: export the notebook (`jupyter nbconvert --to script train.ipynb`), move its cells into
functions, and let the notebook import them.
"""

from mlops_platform.core.applicability import inapplicable
from mlops_platform.core.cite import cite_entry_points, counted
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 1
EFFORT = "days"

MOST_NOTEBOOKS_OF_A_PROJECT = 5
"""More notebooks and nothing else are a collection or a course, meant to be read as notebooks."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the files that the training entry points stand in."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    points = facts.training_entry_points
    if not points:
        return not_applicable("no training entry point was found")
    scripts = [point for point in points if not point.path.endswith(".ipynb")]
    if scripts:
        return met(cite_entry_points(scripts[:1]))
    if facts.code.notebooks > MOST_NOTEBOOKS_OF_A_PROJECT and not facts.code.python_files:
        return not_applicable(f"this is a collection of {facts.code.notebooks} notebooks")
    return unmet(
        f"training was found in {counted(len({p.path for p in points}), 'notebook')} only",
        cite_entry_points(points[:3]),
    )
