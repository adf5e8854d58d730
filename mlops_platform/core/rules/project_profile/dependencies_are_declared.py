"""Dependencies are declared in a file.

Why: whoever runs the code must otherwise guess its packages from error messages.
Fix: list the packages that the code imports in `requirements.txt` or under `[project]
dependencies` in `pyproject.toml`, with the versions that `pip freeze` shows where it works today.
"""

from mlops_platform.core.answers.cite import cite_detections, counted, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import DependencyState, ProjectProfileFacts

WEIGHT = 3
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the manifests and lock files, and the packages that the code imports."""
    if facts.dependency_state is not DependencyState.NONE:
        return met(cite_detections([*facts.manifests, *facts.lock_files]))
    needed = [module for module in facts.imports if not module.is_optional]
    if not needed and not facts.frameworks:
        return not_applicable("the code imports no third-party package")
    if not needed:
        names = listed(framework.name for framework in facts.frameworks)
        return unmet(f"no file declares {names}", cite_detections(facts.frameworks))
    modules = [module.module for module in needed]
    return unmet(
        f"no file declares the {counted(len(set(modules)), 'package')} that the code imports: "
        f"{listed(modules)}",
        [module.evidence for module in needed],
    )
