"""Imported packages are declared.

Why: an undeclared package works on the author's machine, and fails on the next one.
Fix: add each package named here to the file that declares the dependencies, with its version.
"""

from mlops_platform.core.answers.applicability import SENTENCES
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, not_applicable, partly_met
from mlops_platform.core.sections.project_profile import (
    DependencyState,
    ImportedModule,
    ProjectKind,
    ProjectProfileFacts,
)

WEIGHT = 2
EFFORT = "minutes"

BUILD_TIME = {"setuptools", "pkg_resources", "distutils", "pip", "wheel"}
"""They come with the environment that installs the project."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the required imports whose distribution is known."""
    if facts.kind is ProjectKind.TEMPLATE:
        return not_applicable(SENTENCES[facts.kind])
    if facts.dependency_state is DependencyState.NONE:
        return not_applicable("no dependencies are declared")
    needed = [m for m in facts.imports if _is_needed(m)]
    if not needed:
        return not_applicable("the code imports no third-party package")
    missing = [m for m in needed if not m.is_declared]
    names = listed(f"`{m.module}`" for m in missing)
    return partly_met(
        1 - len(missing) / len(needed),
        f"no manifest declares a package for {names}" if missing else "",
        [m.evidence for m in missing],
    )


def _is_needed(module: ImportedModule) -> bool:
    is_known = module.is_declared or module.distribution
    return bool(is_known) and not module.is_optional and module.module not in BUILD_TIME
