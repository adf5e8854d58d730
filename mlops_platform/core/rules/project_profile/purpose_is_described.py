"""A README says what the project is for.

Why: a reader decides within a minute whether this is the right repository, and what it needs.
Fix: add `README.md` at the root: one sentence of what is predicted, from which data, and for whom;
then how to install, train and evaluate.
"""

from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, Evidence, met, partly_met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"

FEWEST_WORDS = 20
"""A title, one sentence of purpose and one command come to more than this."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README at the root and its length."""
    readme = facts.documentation.readme
    if readme is None:
        return unmet("no README was found at the root")
    words = facts.documentation.readme_words
    if words < FEWEST_WORDS:
        return partly_met(0.5, f"`{readme.path}` holds {counted(words, 'word')} only", [readme])
    return met([Evidence(path=readme.path)])
