"""How a file is started: a command that the repository gives, else one that its imports allow."""

import re
import shlex
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.source_code import Argument, SourceFile
from mlops_platform.core.profiling.reach import STARTED

SOURCE_ORDER = (
    "mlproject",
    "readme",
    "makefile",
    "dvc",
    "pyproject",
    "shell_script",
    "ci",
    "tox",
    "package_json",
    "dockerfile",
)
"""Whose word counts first, when several places show how to start a file."""

LAUNCHERS = (
    "torchrun",
    "accelerate",
    "srun",
    "sbatch",
    "deepspeed",
    "mpirun",
    "horovodrun",
    "nohup",
)
ASSIGNMENT = re.compile(r"^[A-Za-z_]\w*=")
PLACEHOLDER = re.compile(r"[<>{}\[\]$…]|\.\.\.|path/to|/path|your[_-]|xxx", re.IGNORECASE)
SHELL_SYNTAX = re.compile(r"[|;&<>`]")


class Start(NamedTuple):
    """One way to start a file; `missing` are required arguments that nothing gives a value for."""

    command: str
    working_directory: str
    missing: tuple[str, ...]
    documented_at: DocumentedCommand | None


def index_commands(
    commands: Iterable[DocumentedCommand], files: Mapping[str, SourceFile]
) -> dict[str, list[DocumentedCommand]]:
    """Group documented commands by the file of this repository that they start."""
    found: dict[str, list[DocumentedCommand]] = {}
    for command in commands:
        path = started_file(command, files)
        if path:
            found.setdefault(path, []).append(command)
    return found


def started_file(command: DocumentedCommand, files: Mapping[str, SourceFile]) -> str | None:
    """Return the Python file that a command starts, by path or by `-m module`."""
    words = _words(command.command)
    for position, word in enumerate(words):
        if word == "-m" and position + 1 < len(words) and "python" in " ".join(words[:position]):
            module = words[position + 1].replace(".", "/")
            spellings = [f"{module}.py", f"{module}/__main__.py", f"src/{module}.py"]
        elif word.endswith(".py"):
            spellings = [word.removeprefix("./")]
        else:
            continue
        for spelling in spellings:
            for path in (_join(command.working_directory, spelling), spelling):
                if path in files:
                    return path
    return None


def start_of(
    file: SourceFile, documented: Iterable[DocumentedCommand], roots: tuple[str, ...]
) -> Start:
    """Choose how to start a file.

    `roots` are the folders from which all its local imports resolve (facts/import_roots.py).
    """
    required = _required(file)
    ranked = sorted(documented, key=lambda command: _clumsiness(command, required))
    if ranked and _clumsiness(ranked[0], required)[0] == 0:
        best = ranked[0]
        missing = _missing(best.command, required)
        return Start(_tidy(best.command), best.working_directory, missing, best)
    return Start(_plain_command(file, roots, required), ".", _names(required), None)


def _plain_command(file: SourceFile, roots: tuple[str, ...], required: tuple[Argument, ...]) -> str:
    folder = file.path.rpartition("/")[0]
    if folder not in roots and "" in roots and _is_module_path(file.path):
        start = (
            f"python -m {file.path.removesuffix('.py').removesuffix('/__main__').replace('/', '.')}"
        )
    else:
        start = f"python {shlex.quote(file.path)}"
    return " ".join([start, *(_placeholder(argument) for argument in required)])


def _placeholder(argument: Argument) -> str:
    value = argument.choices[0] if argument.choices else argument.name.strip("-").upper()
    return f"{argument.name} {value}" if argument.name.startswith("-") else value


def _required(file: SourceFile) -> tuple[Argument, ...]:
    return tuple(argument for argument in file.arguments if argument.is_required)


def _names(required: Iterable[Argument]) -> tuple[str, ...]:
    return tuple(argument.name for argument in required)


def _missing(command: str, required: tuple[Argument, ...]) -> tuple[str, ...]:
    words = _words(command)
    options = [a for a in required if a.name.startswith("-")]
    positional = [a for a in required if not a.name.startswith("-")]
    start = next((i for i, word in enumerate(words) if word.endswith(".py")), len(words) - 1)
    given = [word for word in words[start + 1 :] if not word.startswith("-")]
    missing = [a.name for a in options if not any(_is_option(word, a.name) for word in words)]
    return (*missing, *(a.name for a in positional[len(given) :]))


def _is_option(word: str, name: str) -> bool:
    return word == name or word.startswith(f"{name}=")


def _clumsiness(
    command: DocumentedCommand, required: tuple[Argument, ...]
) -> tuple[int, int, int, int, str, int]:
    text = command.command
    words = _words(text)
    source = SOURCE_ORDER.index(command.source) if command.source in SOURCE_ORDER else 99
    return (
        int(bool(PLACEHOLDER.search(text)) or not words or _is_continued(text)),
        len(_missing(text, required)),
        int(
            any(word in LAUNCHERS for word in words)
            or bool(ASSIGNMENT.match(words[0] if words else ""))
        ),
        source,
        command.path if command.path.count("/") else "",
        command.line,
    )


def _is_continued(text: str) -> bool:
    return bool(SHELL_SYNTAX.search(text))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()


def _join(folder: str, path: str) -> str:
    parts: list[str] = []
    for part in f"{folder}/{path}".split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _is_module_path(path: str) -> bool:
    return all(part.isidentifier() for part in path.removesuffix(".py").split("/"))


def is_started(file: SourceFile) -> bool:
    """Tell whether starting the file does something: a main guard, or work at the top level."""
    return file.main_line is not None or any(call.scope in STARTED for call in file.calls)
