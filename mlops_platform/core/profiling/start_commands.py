"""How a file is started: a command that the repository gives, else one that its imports allow."""

import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.manifests import ManifestsFacts
from mlops_platform.core.facts.source_code import Argument, SourceFile
from mlops_platform.core.profiling.confidence import TRAIN_WORDS
from mlops_platform.core.profiling.only_looking import ASSIGNMENT, RUNNERS, only_looks
from mlops_platform.core.profiling.required_arguments import (
    PLACEHOLDER,
    names_of,
    not_given,
    required_of,
    split_words,
    states_all,
)
from mlops_platform.core.profiling.subcommands import Subcommand

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
OTHER_PURPOSE = re.compile(r"--(eval|test|infer|predict|resume|sample|export|help)")
ASKS_FOR_HELP = re.compile(r"\s(--help|-h)\s*$")
SHELL_SYNTAX = re.compile(r"[|;&<>`]")


class Start(NamedTuple):
    """One way to start a file; `missing` are required arguments that nothing gives a value for.

    `is_told` where a Makefile gives them all, by values that only `make` can work out.
    """

    command: str
    working_directory: str
    missing: tuple[str, ...]
    documented_at: DocumentedCommand | None
    is_told: bool = False


def console_scripts(facts: ManifestsFacts) -> dict[str, str]:
    """Return the module that each installed command of the project's own packages starts."""
    return {
        name: target.partition(":")[0]
        for manifest in facts.manifests
        for name, target in manifest.scripts
    }


def index_commands(
    commands: Iterable[DocumentedCommand],
    files: Mapping[str, SourceFile],
    scripts: Mapping[str, str],
) -> dict[str, list[DocumentedCommand]]:
    """Group documented commands by the file of this repository that they start."""
    found: dict[str, list[DocumentedCommand]] = {}
    for command in commands:
        path = started_file(command, files, scripts)
        if path:
            found.setdefault(path, []).append(command)
    return found


def started_file(
    command: DocumentedCommand, files: Mapping[str, SourceFile], scripts: Mapping[str, str]
) -> str | None:
    """Return the Python file that a command starts: by path, `-m module` or installed command."""
    for spelling in _spellings(split_words(command.command), scripts):
        for path in (_join(command.working_directory, spelling), spelling):
            if path in files:
                return path
    return None


def _spellings(words: list[str], scripts: Mapping[str, str]) -> Iterator[str]:
    if only_looks(words):
        return
    for position, word in enumerate(words):
        if word == "-m" and position + 1 < len(words) and _runs_python(words[:position]):
            yield from _module_files(words[position + 1])
        elif word.endswith(".py") and (position or _is_started(words)):
            yield word.removeprefix("./")
        elif word in scripts and set(words[:position]) <= RUNNERS:
            package = scripts[word].split(".")[0]
            yield from (f"{package}/__main__.py", f"src/{package}/__main__.py")
            yield from _module_files(scripts[word])


def _is_started(words: list[str]) -> bool:
    """Tell a file that is started without a program from one that is listed, owned or explained."""
    started, *rest = words
    return started.startswith("./") or bool(rest and re.match(r"-|\w+=", rest[0]))


def _module_files(module: str) -> Iterator[str]:
    path = module.replace(".", "/")
    for root in ("", "src/"):
        yield from (f"{root}{path}.py", f"{root}{path}/__main__.py", f"{root}{path}/__init__.py")


def _runs_python(words: list[str]) -> bool:
    return any("python" in word or word == "torchrun" for word in words)


def start_of(
    file: SourceFile,
    documented: Sequence[DocumentedCommand],
    roots: tuple[str, ...],
    command: Subcommand | None = None,
    beside: tuple[str, ...] = (),
) -> Start:
    """Choose how to start a file, or one of its several commands.

    `roots` are the folders from which all its local imports resolve (facts/import_roots.py); where
    there are none, `beside` are those from which they do beside the file's own. A documented
    command that needs the reader's own paths is named as evidence, but not taken.
    """
    name = command.name if command else ""
    start = _start_of_file(file, roots, beside)
    if command is not None:
        start = _installed_name(file, documented) or start
        file = file._replace(arguments=command.arguments)
        documented = [each for each in documented if _has_words(each, name)]
    required = required_of(file)
    ranked = sorted(documented, key=lambda command: _clumsiness(command, required))
    best = ranked[0] if ranked else None
    if best and not _is_incomplete(best.command):
        words = [word for word in split_words(best.command) if word not in name.split()]
        missing = not_given(words, required)
        return Start(_tidy(best.command), best.working_directory, missing, best)
    plain = " ".join(filter(None, [start, name, *(_placeholder(each) for each in required)]))
    return Start(
        plain, ".", names_of(required), best, best is not None and states_all(best, required)
    )


def _installed_name(file: SourceFile, documented: Sequence[DocumentedCommand]) -> str:
    """Return the installed command of an app that its own file does not call, "" for others."""
    is_called = file.main_line is not None or file.module_level_work
    names = (each.command for each in documented if each.source == "pyproject")
    return "" if is_called else next((name for name in names if " " not in name), "")


def _has_words(documented: DocumentedCommand, name: str) -> bool:
    return set(name.split()) <= set(split_words(documented.command)[1:])


def _start_of_file(file: SourceFile, roots: tuple[str, ...], beside: tuple[str, ...]) -> str:
    folder = file.path.rpartition("/")[0]
    if not roots and beside:
        return f"PYTHONPATH={shlex.quote(beside[0] or '.')} python {shlex.quote(file.path)}"
    above = [root for root in roots if root != folder and _module_below(root, file.path)]
    if folder in roots or not above:
        return f"python {shlex.quote(file.path)}"
    if above[0]:
        return f"PYTHONPATH={shlex.quote(above[0])} python -m {_module_below(above[0], file.path)}"
    return f"python -m {_module_below('', file.path)}"


def _module_below(root: str, path: str) -> str:
    """Return the dotted name of a file seen from a folder, "" where it has none."""
    prefix = f"{root}/" if root else ""
    parts = path.removeprefix(prefix).removesuffix(".py").removesuffix("/__main__").split("/")
    is_module = path.startswith(prefix) and all(part.isidentifier() for part in parts)
    return ".".join(parts) if is_module else ""


def choice_of(choices: Sequence[str], wanted: frozenset[str]) -> str:
    """Return the first choice that one of these words names, else the first of all."""
    named = (each for each in choices if wanted & set(re.split(r"[^a-z]+", each.lower())))
    return next(named, choices[0])


def _placeholder(argument: Argument) -> str:
    choices = argument.choices
    value = choice_of(choices, TRAIN_WORDS) if choices else argument.name.strip("-").upper()
    return f"{argument.name} {value}" if argument.name.startswith("-") else value


def _clumsiness(
    command: DocumentedCommand, required: tuple[Argument, ...]
) -> tuple[bool, int, bool, int, int, bool, str, int]:
    words = split_words(command.command)
    source = SOURCE_ORDER.index(command.source) if command.source in SOURCE_ORDER else 99
    return (
        _is_incomplete(command.command),
        len(not_given(words, required)),
        bool(OTHER_PURPOSE.search(command.command)),
        sum(word in LAUNCHERS or bool(ASSIGNMENT.match(word)) for word in words[:1]),
        source,
        TRAIN_WORDS.isdisjoint(words),
        command.path if "/" in command.path else "",
        command.line,
    )


def _is_incomplete(text: str) -> bool:
    is_pattern = PLACEHOLDER.search(text) or SHELL_SYNTAX.search(text)
    return not text.strip() or bool(is_pattern or ASKS_FOR_HELP.search(text))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _join(folder: str, path: str) -> str:
    parts: list[str] = []
    for part in f"{folder}/{path}".split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
