"""The command that trains is documented.

Why: the right file with the wrong arguments or folder gives another model, or none.
Fix: write the full command with its arguments, and the folder to run it in, into the README or a
`train:` target of a `Makefile`.
"""

from pathlib import PurePosixPath

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.project_profile import (
    Documentation,
    EntryPoint,
    ProjectKind,
    ProjectProfileFacts,
)

WEIGHT = 2
EFFORT = "minutes"

CODE = {".py", ".ipynb"}


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from evidence outside the code: README, Makefile, pipeline or project file."""
    if skipped := inapplicable(
        facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY, ProjectKind.TEMPLATE
    ):
        return skipped
    points = facts.training_entry_points
    if not points:
        return not_applicable("no training entry point was found")
    scripts = [point.path for point in points if not point.path.endswith(".ipynb")]
    if not scripts:
        return not_applicable("training runs in notebooks, which are run cell by cell")
    documented = [e for point in points for e in _documents(point)]
    if documented:
        return met(documented[:3])
    return _without_a_command(facts.documentation, scripts[0])


def _without_a_command(documentation: Documentation, path: str) -> Answer:
    may_tell = documentation.usage or not documentation.is_readme_english
    if documentation.readme and may_tell:
        return unknown(f"the README may give the command for `{path}` in other words")
    return unmet(f"no README, Makefile or pipeline file was found to give the command for `{path}`")


def _documents(point: EntryPoint) -> list[Evidence]:
    if point.command is None:
        return []
    return [e for e in point.evidence if e.path and PurePosixPath(e.path).suffix not in CODE]
