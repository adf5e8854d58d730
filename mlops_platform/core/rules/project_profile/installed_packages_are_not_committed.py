"""Installed packages are not committed.

Why: a committed environment fits one operating system only, and buries the project's own files.
Fix: run `git rm -r --cached PATH` for each folder named here, add it to `.gitignore`, and declare
its packages in `requirements.txt` instead.
"""

from pathlib import PurePosixPath

from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"

# Copied source (`third_party/`, `vendor/`) is a choice; an installed tree is an accident.
CHOSEN = {"third_party", "thirdparty", "third-party", "vendor", "vendored", "_vendor", "external"}


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the vendored trees that an installer made."""
    installed = [tree for tree in facts.vendored_trees if not _is_chosen(tree)]
    if not installed:
        return met()
    names = listed(f"`{tree.path}`" for tree in installed)
    return unmet(f"the tree holds {names}, made by an installer", installed)


def _is_chosen(tree: Evidence) -> bool:
    return not CHOSEN.isdisjoint(PurePosixPath(tree.path or "").parts)
