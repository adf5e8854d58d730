"""Results are documented.

Why: without the figures that the author got, nobody can tell whether a new run went well.
Fix: add a section "Results" to the README: the metric, its value, the data it was measured on and
the commit.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.by_readme import answer_by_readme
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README's sections; notebooks and collections show results elsewhere."""
    if skipped := inapplicable(
        facts, ProjectKind.LIBRARY, ProjectKind.TEMPLATE, ProjectKind.MANY_PROJECTS
    ):
        return skipped
    if not facts.training_entry_points:
        return not_applicable("no training entry point was found")
    results = facts.documentation.results
    if results is None and any(notebook.has_outputs for notebook in facts.notebooks):
        return not_applicable("the notebooks show their own results")
    return answer_by_readme(
        facts.documentation, results, "no section on results was found in the README"
    )
