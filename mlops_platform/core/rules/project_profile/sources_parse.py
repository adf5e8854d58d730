"""All Python files parse.

Why: a file that does not parse cannot run, and whatever imports it cannot run either.
Fix: run `python -m compileall -q .`, then correct or delete each file that it names.
"""

from mlops_platform.core.applicability import SENTENCES
from mlops_platform.core.cite import counted
from mlops_platform.core.evidence import Answer, not_applicable, partly_met
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the files that Python's own parser refused."""
    if facts.kind is ProjectKind.TEMPLATE:
        return not_applicable(SENTENCES[facts.kind])
    broken = facts.code.unparsed
    files = facts.code.python_files + len(broken)
    if not files:
        return not_applicable("no Python code was found")
    return partly_met(
        1 - len(broken) / files,
        f"{counted(len(broken), 'file')} of {files} could not be parsed" if broken else "",
        broken,
    )
