"""All Python files parse.

Why: a file that does not parse cannot run, and whatever imports it cannot run either.
Fix: run `python -m compileall -q .`, then correct or delete each file that it names.
"""

import re

from mlops_platform.core.answers.applicability import SENTENCES
from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, not_applicable, partly_met, unknown
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts

WEIGHT = 2
EFFORT = "minutes"

BROKEN = ("not valid", "Python 2", "holds null", "not text")
"""How the reader begins its reason where the file itself is at fault, and no limit of ours."""

NEWER_THAN_OURS = re.compile(r"3\.(1[2-9]|[2-9]\d)")
"""The reader parses with the grammar of Python 3.11, the lowest version it may run on."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the files that Python's own parser refused."""
    if facts.kind is ProjectKind.TEMPLATE:
        return not_applicable(SENTENCES[facts.kind])
    broken = [file for file in facts.code.unparsed if file.note.startswith(BROKEN)]
    files = facts.code.python_files + len(broken)
    if not files:
        return not_applicable("no Python code was found")
    if broken and NEWER_THAN_OURS.search(facts.python_requires or ""):
        return unknown("the code asks for a newer Python than the one that parses it here")
    return partly_met(
        1 - len(broken) / files,
        f"{counted(len(broken), 'file')} of {files} could not be parsed" if broken else "",
        broken,
    )
