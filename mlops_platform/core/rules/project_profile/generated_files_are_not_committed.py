"""Generated files are not committed.

Why: caches and editor files change on each machine, hide real changes and can leak local paths.
Fix: run `git rm -r --cached PATH` for each path named here, and add `__pycache__/`,
`.ipynb_checkpoints/` and `.DS_Store` to `.gitignore`.
"""

from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from caches, checkpoints and editor files in the tree."""
    clutter = facts.committed_clutter
    if not clutter:
        return met()
    return unmet(f"the tree holds {counted(len(clutter), 'generated path')}", clutter)
