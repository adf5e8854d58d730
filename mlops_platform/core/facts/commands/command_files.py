"""Commands of one file that is no README, by the kind of file."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.commands.makefile import parse_makefile
from mlops_platform.core.facts.commands.spacy_project import spacy_scripts
from mlops_platform.core.facts.commands.stage_files import (
    dvc_stages,
    mlproject_entry_points,
    nox_commands,
    package_scripts,
    pyproject_tasks,
    tox_commands,
)
from mlops_platform.core.facts.pipelines.dockerfile import start_commands
from mlops_platform.core.facts.pipelines.pipeline_files import parse_pipeline
from mlops_platform.core.facts.pipelines.systems import pipeline_system
from mlops_platform.core.facts.text.documents import parse_json, parse_toml
from mlops_platform.core.facts.text.shell_text import CommandLine, commands_in
from mlops_platform.core.facts.text.yaml_documents import parse_yaml

Lines: TypeAlias = Iterable[CommandLine] | UnreadFile


def parse_commands(source: str, path: str, text: str) -> Lines:
    """Return the commands of a file whose kind is `source`, or why it cannot be read."""
    return _PARSERS[source](path, text)


def _shell_script(_path: str, text: str) -> Lines:
    return [CommandLine(command, line) for command, line in commands_in(text)]


def _pipeline(path: str, text: str) -> Lines:
    found = parse_pipeline(pipeline_system(path) or "", path, text)
    if isinstance(found, UnreadFile):
        return found
    return found.commands if found else ()


def _dvc(path: str, text: str) -> Lines:
    documents = parse_yaml(path, text)
    return documents if isinstance(documents, UnreadFile) else list(dvc_stages(documents[0]))


def _spacy_project(path: str, text: str) -> Lines:
    documents = parse_yaml(path, text)
    return documents if isinstance(documents, UnreadFile) else list(spacy_scripts(documents[0]))


def _mlproject(path: str, text: str) -> Lines:
    documents = parse_yaml(path, text)
    if isinstance(documents, UnreadFile):
        return documents
    return list(mlproject_entry_points(documents[0]))


def _package_json(path: str, text: str) -> Lines:
    document = parse_json(path, text)
    return document if isinstance(document, UnreadFile) else list(package_scripts(document))


def _pyproject(path: str, text: str) -> Lines:
    document = parse_toml(path, text)
    return document if isinstance(document, UnreadFile) else list(pyproject_tasks(document))


def _tox_or_nox(path: str, text: str) -> Lines:
    if path.endswith(".ini"):
        return list(tox_commands(text))
    try:
        return list(nox_commands(text))
    except (SyntaxError, ValueError):
        return UnreadFile(path=path, reason="not valid Python")
    except (RecursionError, MemoryError):
        return UnreadFile(path=path, reason="nested too deep")


_PARSERS: dict[str, Callable[[str, str], Lines]] = {
    "makefile": lambda _, text: parse_makefile(text),
    "dockerfile": lambda _, text: list(start_commands(text)),
    "shell_script": _shell_script,
    "ci": _pipeline,
    "dvc": _dvc,
    "mlproject": _mlproject,
    "spacy_project": _spacy_project,
    "package_json": _package_json,
    "pyproject": _pyproject,
    "tox": _tox_or_nox,
}
