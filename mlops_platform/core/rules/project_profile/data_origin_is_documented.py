"""The origin of the data is documented.

Why: nobody can judge, renew or lawfully use data whose source is not named.
Fix: add a section "Data" to the README: the source with its address, the date, the licence, and
how to get the files.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.by_readme import answer_by_readme
from mlops_platform.core.answers.cite import cite_places, listed
from mlops_platform.core.evidence import Answer, met, not_applicable
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README's words on data, else from code that fetches them."""
    if skipped := inapplicable(
        facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY, ProjectKind.TEMPLATE
    ):
        return skipped
    if facts.external_data and facts.documentation.data_origin is None:
        return met(cite_places(facts.external_data), "the code that fetches the data names it")
    if not facts.datasets and facts.documentation.data_origin is None:
        return not_applicable("no data file was found")
    files = listed(f"`{file.path}`" for file in facts.datasets)
    return answer_by_readme(
        facts.documentation,
        facts.documentation.data_origin,
        f"no section and no link on the data was found in the README, and the tree holds {files}",
    )
