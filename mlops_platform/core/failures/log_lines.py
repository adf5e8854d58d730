"""The end of a run's log as bounded clean lines: without marks of ours, colours and frames.

A log is hostile text: lines are capped before a pattern sees them, patterns are linear, and what is
quoted is one clean line.
"""

import re

from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.run_log import NOTE_MARK, STDERR_MARK, STDOUT_MARK
from mlops_platform.core.run_plan import SOURCES

TAIL_CHARACTERS = 256 * 1024
LINE_CHARACTERS = 4096
QUOTE_CHARACTERS = 240

_MARKS = (STDOUT_MARK, STDERR_MARK, NOTE_MARK)
# The escape character itself may be gone already.
_COLOUR = re.compile(r"\x1b?\[(?:\d{1,3}(?:;\d{1,3}){0,4})?m|\x1b\[[0-9;?]{0,16}[A-Za-z]")
_BOX = re.compile(r"^[ \t]*[│┃║|╭╰╮╯─━×├▶╴ \t]*[│┃║×├▶][ \t]?|[ \t]+[│┃║][ \t]*$")


def log_lines(tail: str) -> tuple[str, ...]:
    """Return what was printed, in order; notes of the platform are left out."""
    raw = [line[:LINE_CHARACTERS] for line in tail[-TAIL_CHARACTERS:].splitlines()]
    if _is_marked(raw):
        raw = [line[2:] for line in raw if not line.startswith(NOTE_MARK)]
    return tuple(_COLOUR.sub("", line).rstrip() for line in raw)


def without_box(line: str) -> str:
    """Return a line without the frame that rich tracebacks and resolvers draw around it."""
    return _BOX.sub("", line)


def quoted(line: str) -> str:
    """Return a line of a log as it can be shown inside a sentence.

    Where the repository stands inside a sandbox is nothing to its author.
    """
    return one_line(line.replace(f"{SOURCES}/", ""), QUOTE_CHARACTERS)


def _is_marked(lines: list[str]) -> bool:
    """Tell a marked log: every line but the first, which may be cut, begins with a mark."""
    whole = [line for line in lines[1:] if line]
    return bool(whole) and all(line.startswith(_MARKS) or f"{line} " in _MARKS for line in whole)
