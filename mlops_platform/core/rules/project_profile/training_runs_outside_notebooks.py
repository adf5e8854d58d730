"""Training runs outside notebooks too.

Why: a notebook cannot be tested, reviewed or started by a scheduler as a plain file can.
Fix: export the notebook (`jupyter nbconvert --to script train.ipynb`), move its cells into
functions, and let the notebook import them.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_entry_points, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 1
EFFORT = "days"

MOST_NOTEBOOKS_OF_A_PROJECT = 2
"""More notebooks that each train a model are a collection or a course, meant to be read as such."""


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
    paths = list(dict.fromkeys(point.path for point in points))
    if len(paths) > MOST_NOTEBOOKS_OF_A_PROJECT:
        return not_applicable(f"{len(paths)} notebooks train a model each: this is a collection")
    names = listed(f"`{path}`" for path in paths)
    return unmet(f"training was found in {names} only", cite_entry_points(points))
