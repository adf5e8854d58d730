"""How the kept log of a run is written down: which line came from where.

Each line begins with a mark and a blank: `1` for stdout, `2` for stderr, `#` for a note of ours,
which no program can forge, as whatever it prints follows a mark. Control characters are gone.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

STDOUT_MARK, STDERR_MARK, NOTE_MARK = "1 ", "2 ", "# "
PHASE_NOTE = "phase "
LEFT_OUT_NOTE = "left out "
INSTALL = "install"

SOURCES: dict[str, Literal["stdout", "stderr"]] = {STDOUT_MARK: "stdout", STDERR_MARK: "stderr"}


class LogLine(NamedTuple):
    """One printed line; `line` counts what its phase and source printed, from 1.

    `phase` is "install" or a step's purpose.
    """

    phase: str
    source: Literal["stdout", "stderr"]
    line: int
    text: str


def phase_note(phase: str, command: str) -> str:
    """Return the note that opens a phase."""
    return f"{NOTE_MARK}{PHASE_NOTE}{phase}: {command}"


def left_out_note(stdout_lines: int, stderr_lines: int) -> str:
    """Return the note that stands where the middle of a long log was left out."""
    return f"{NOTE_MARK}{LEFT_OUT_NOTE}{stdout_lines} {stderr_lines} lines of stdout and stderr"


def read_run_log(lines: Iterable[str]) -> Iterator[LogLine]:
    """Yield the printed lines of a kept log, numbered as they were printed."""
    phase, counts = "", {STDOUT_MARK: 0, STDERR_MARK: 0}
    for raw in lines:
        mark, text = raw[:2], raw[2:].rstrip("\n")
        if mark in SOURCES:
            counts[mark] += 1
            yield LogLine(phase, SOURCES[mark], counts[mark], text)
        elif mark == NOTE_MARK and text.startswith(PHASE_NOTE):
            phase = text.removeprefix(PHASE_NOTE).split(":", 1)[0]
            counts = dict.fromkeys(counts, 0)
        elif mark == NOTE_MARK and text.startswith(LEFT_OUT_NOTE):
            words = text.removeprefix(LEFT_OUT_NOTE).split()
            counts[STDOUT_MARK] += int(words[0])
            counts[STDERR_MARK] += int(words[1])
