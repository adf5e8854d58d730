"""Results are documented.

Why: without the figures that the author got, nobody can tell whether a new run went well.
Fix: add a section "Results" to the README: the metric, its value, the data it was measured on and
the commit.
"""

from mlops_platform.core.applicability import inapplicable
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README's words on results."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.TEMPLATE):
        return skipped
    if not facts.training_entry_points:
        return not_applicable("no training entry point was found")
    if facts.documentation.results:
        return met([facts.documentation.results])
    if any(notebook.has_outputs for notebook in facts.notebooks):
        return not_applicable("the notebooks show their own results")
    return unmet("the README reports no metric and has no section on results")
