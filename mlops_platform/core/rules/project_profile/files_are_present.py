"""All files that the commit refers to are there.

Why: a link, pointer or submodule without its content stops training with a puzzling error.
Fix: push what is missing (`git lfs push --all origin`, `git submodule add URL PATH`), or say in
the README where to fetch it.
"""

from mlops_platform.core.cite import counted
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 2
EFFORT = "hours"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from links, pointers and submodules that lead to nothing."""
    missing = facts.missing_files
    if not missing:
        return met()
    return unmet(f"the commit refers to {counted(len(missing), 'path')} without content", missing)
