"""Imported packages are declared.

Why: an undeclared package works on the author's machine, and fails on the next one.
Fix: add each package named here to the file that declares the dependencies, with its version.
"""

from mlops_platform.core.cite import listed
from mlops_platform.core.evidence import Answer, not_applicable, partly_met
from mlops_platform.core.sections.project_profile import DependencyState, ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the required imports whose distribution is known."""
    if facts.dependency_state is DependencyState.NONE:
        return not_applicable("no dependencies are declared")
    needed = [m for m in facts.imports if not m.is_optional and (m.is_declared or m.distribution)]
    if not needed:
        return not_applicable("the code imports no third-party package")
    missing = [m for m in needed if not m.is_declared]
    names = listed(m.module for m in missing)
    return partly_met(
        1 - len(missing) / len(needed),
        f"no manifest declares {names}" if missing else "",
        [m.evidence for m in missing],
    )
