"""The origin of the data is documented.

Why: nobody can judge, renew or lawfully use data whose source is not named.
Fix: add a section "Data" to the README: the source with its address, the date, the licence, and
how to get the files.
"""

from mlops_platform.core.applicability import inapplicable
from mlops_platform.core.cite import cite_places, listed
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README's words on data, else from code that fetches them."""
    if skipped := inapplicable(
        facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY, ProjectKind.TEMPLATE
    ):
        return skipped
    if facts.documentation.data_origin:
        return met([facts.documentation.data_origin])
    if facts.external_data:
        return met(cite_places(facts.external_data), "the code that fetches the data names it")
    files = listed(f"`{file.path}`" for file in facts.datasets)
    return unmet(
        f"the README does not say where {files or 'the data'} came from"
        if facts.documentation.readme
        else "there is no README, and no code fetches the data from a named source"
    )
