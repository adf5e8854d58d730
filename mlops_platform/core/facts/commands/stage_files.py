"""Commands in the files of other tools: dvc.yaml, MLproject, package.json, pyproject, tox, nox."""

import ast
import configparser
import posixpath
import re
from collections.abc import Iterator, Mapping

from mlops_platform.core.facts.text.documents import Document, Value, list_at, mapping_at, text_at
from mlops_platform.core.facts.text.shell_text import CommandLine
from mlops_platform.core.facts.text.texts import line_of
from mlops_platform.core.facts.text.toml_lines import TomlLines

_MAX_ITEMS = 20
_PARAMETER = re.compile(r"\{([\w-]{1,100})\}")


def dvc_stages(document: Document) -> Iterator[CommandLine]:
    """Yield the commands of dvc.yaml's stages; `foreach` gives one per item, named `stage@item`."""
    for name, stage in mapping_at(document.value, "stages").items():
        keys = ("stages", name)
        items = mapping_at(stage, "foreach") or list_at(stage, "foreach")
        if not items:
            yield from _stage(document, stage, keys, name)
            continue
        for item in list(items)[:_MAX_ITEMS]:
            label = item if isinstance(item, str | int | float) else list(items).index(item)
            for line in _stage(document, mapping_at(stage, "do"), (*keys, "do"), name):
                command = line.command.replace("${item}", str(label)).replace("${key}", str(label))
                yield line._replace(command=command, name=f"{name}@{label}")


def _stage(
    document: Document, stage: Value, keys: tuple[str, ...], name: str
) -> Iterator[CommandLine]:
    folder = posixpath.normpath(text_at(stage, "wdir") or ".")
    commands = list_at(stage, "cmd") or [text_at(stage, "cmd")]
    for index, command in enumerate(commands):
        if isinstance(command, str) and command.strip():
            line = document.line(*keys, "cmd", index) or 1
            yield CommandLine(" ".join(command.split()), line, name, folder)


def mlproject_entry_points(document: Document) -> Iterator[CommandLine]:
    """Yield the entry points of an MLproject file, parameters replaced by their defaults."""
    for name, entry in mapping_at(document.value, "entry_points").items():
        defaults = {
            key: text_at(value, "default")
            for key, value in mapping_at(entry, "parameters").items()
            if text_at(value, "default")
        }
        expanded = _with_defaults(" ".join(text_at(entry, "command").split()), defaults)
        if expanded:
            line = document.line("entry_points", name, "command") or 1
            yield CommandLine(expanded, line, name)


def _with_defaults(command: str, defaults: Mapping[str, str]) -> str:
    return _PARAMETER.sub(lambda found: defaults.get(found[1], found[0]), command)


def package_scripts(document: Document) -> Iterator[CommandLine]:
    """Yield the scripts of a package.json."""
    start = line_of(document.text, '"scripts"') or 1
    for name, command in mapping_at(document.value, "scripts").items():
        if isinstance(command, str) and command:
            line = line_of(document.text, f'"{name}"', start) or start
            yield CommandLine(command, line, name)


def pyproject_tasks(document: Document) -> Iterator[CommandLine]:
    """Yield the console scripts and the tasks (poe, pdm, hatch, pixi, taskipy) of a pyproject."""
    lines = TomlLines(document.text)
    places = [
        ("project", "scripts"),
        ("tool", "poetry", "scripts"),
        *(
            ("tool", "hatch", "envs", name, "scripts")
            for name in mapping_at(document.value, "tool", "hatch", "envs")
        ),
        ("tool", "poe", "tasks"),
        ("tool", "pdm", "scripts"),
        ("tool", "pixi", "tasks"),
        ("tool", "taskipy", "tasks"),
        ("tool", "rye", "scripts"),
    ]
    for keys in places:
        is_console = keys[-1] == "scripts" and keys[1] in ("scripts", "poetry")
        for name, task in mapping_at(document.value, *keys).items():
            for command in [name] if is_console else _task(task):
                yield CommandLine(command, lines.key(*keys, name) or 1, name)


def _task(task: Value) -> Iterator[str]:
    if isinstance(task, str):
        yield task
    elif isinstance(task, list):
        yield from (each for each in task if isinstance(each, str))
    else:
        for key in ("cmd", "shell"):
            parts = list_at(task, key) or [text_at(task, key)]
            command = " ".join(each for each in parts if isinstance(each, str))
            if command:
                yield command


def tox_commands(text: str) -> Iterator[CommandLine]:
    """Yield the commands of a tox.ini by environment."""
    parser = configparser.RawConfigParser(strict=False)
    try:
        parser.read_string(text)
    except configparser.Error:
        return
    for section in parser.sections():
        if section.startswith("testenv"):
            for command in parser.get(section, "commands", fallback="").split("\n"):
                bare = command.strip().lstrip("-! ")
                if bare:
                    name = section.partition(":")[2]
                    yield CommandLine(bare, line_of(text, bare) or 1, name)


def nox_commands(source: str) -> Iterator[CommandLine]:
    """Yield the `session.run("…")` calls of a noxfile whose arguments are literal.

    Raises what `ast.parse` raises: SyntaxError, ValueError, RecursionError, MemoryError.
    """
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            words = [
                each.value
                for each in node.args
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
            if node.func.attr == "run" and words and len(words) == len(node.args):
                yield CommandLine(" ".join(words), node.lineno)
