"""Shell text as single commands: continued lines joined, comments and here-documents left out."""

import posixpath
import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

MAX_COMMAND = 4096
_HEREDOC = re.compile(r"<<-?[ \t]*([\"']?)(\w{1,64})\1")
_COMMENT = re.compile(r"(?:^|[ \t])#.*")
_MAX_SPLIT = 4 * MAX_COMMAND
_CONTROL = re.compile(r"(?:if|for|while|until|case|function)\b|\w+\(\)")
_CD = re.compile(r"(?:cd|pushd)[ \t]+(?:-- )?[\"']?([^\s\"';|&]+)[\"']?")


class CommandLine(NamedTuple):
    """One command, the line it starts on, and what it belongs to (a target, a job), or "".

    Commands of one `block` share a shell, so that a `cd` in it lasts.
    """

    command: str
    line: int
    name: str = ""
    working_directory: str = "."
    block: int = 0


def commands_in(text: str, first_line: int = 1) -> Iterator[tuple[str, int]]:
    """Yield the commands of a script with their lines, each as one line of text."""
    parts: list[str] = []
    start = first_line
    until: str | None = None
    for number, line in enumerate(text.split("\n"), start=first_line):
        if until is not None:
            until = None if line.strip() == until else until
            continue
        bare = without_comment(line).strip()
        start = start if parts else number
        parts.append(bare.removesuffix("\\").strip())
        if bare.endswith("\\"):
            continue
        command = " ".join(part for part in parts if part)[:MAX_COMMAND]
        parts = []
        if command:
            yield command, start
        heredoc = _HEREDOC.search(command)
        until = heredoc[2] if heredoc else None


def without_comment(line: str) -> str:
    """Cut a comment off a line; a `#` inside quotes stays."""
    found = _COMMENT.search(line[:MAX_COMMAND])
    while found:
        before = line[: found.start()]
        if before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
            return before
        found = _COMMENT.search(line[:MAX_COMMAND], found.start() + 1)
    return line


def steps_of(command: str) -> list[str]:
    """Split a command at `&&` and `;` outside quotes and brackets."""
    if _CONTROL.match(command):
        return [command]
    steps, start, position = [], 0, 0
    quote, depth = "", 0
    while position < min(len(command), _MAX_SPLIT):
        character = command[position]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "({":
            depth += 1
        elif character in ")}":
            depth -= 1
        elif depth <= 0 and (character == ";" or command.startswith("&&", position)):
            width = 1 if character == ";" else 2
            steps.append(command[start:position].strip())
            start = position = position + width
            continue
        position += 1
    return [step for step in (*steps, command[start:].strip()) if step]


def folder_after(step: str, folder: str, folders: Collection[str]) -> str | None:
    """Return the folder that a `cd` leads to, None where the step is another command.

    A folder that the repository does not have (the clone itself, a home) changes nothing.
    """
    change = _CD.fullmatch(step)
    if change is None:
        return None
    target = posixpath.normpath(posixpath.join("" if folder == "." else folder, change[1]))
    return target if target == "." or target in folders else folder
