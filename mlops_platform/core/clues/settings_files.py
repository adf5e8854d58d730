"""Clues of what configures the work: command lines, and settings files that learning code reads.

A compose file, a CI file or a tool's settings configure no training, and neither does a table of
results in JSON: a settings file must be one that learning code can be seen to read.
"""

import re

from mlops_platform.core.clues.clue import Clue, called, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.models import around_learning, near_learning
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.own_code import is_under, own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile

OF_TOOLS = re.compile(
    r"(^|/)(\.[^/]+|(docker-)?compose[^/]*|mkdocs|_config|_toc|codecov|environment[^/]*|conda[^/]*"
    r"|meta|dvc|azure-pipelines[^/]*|cloudbuild|buildspec|appveyor|serverless|openapi|swagger"
    r"|Chart|values[^/]*|app|MLproject|pyproject|Pipfile|Cargo|poetry|package(-lock)?|tsconfig[^/]*"
    r"|netlify|vercel|render|fly|ruff|uv|tox|setup|pytest|mypy)\.(ya?ml|json|toml|cfg|ini)$"
    r"|(^|/)(\.[^/]+|k8s|kubernetes|helm|mlruns|node_modules)/"
)
"""Files and folders that configure tools and infrastructure."""


def command_line(reading: Reading, parser: str) -> tuple[Clue, ...]:
    """Find scripts of learning code that declare command-line arguments with this parser."""
    clues = [
        Clue(file.role, place_in(file, notebook, file.arguments[0].line))
        for file, notebook in own_code(reading)
        if any(argument.parser == parser for argument in file.arguments)
    ]
    return near_learning(reading, clues)


def parser_library(
    name: str,
    reading: Reading,
    package: str,
    declared: tuple[Evidence, ...],
    starts: tuple[str, ...] = (),
) -> Detection | None:
    """Conclude that a parser library configures learning; imported for else, it says nothing.

    `starts` are calls that read a command line whose arguments may be made while it runs.
    """
    unused = () if imported(reading, package) else declared
    used = command_line(reading, package) or near_learning(reading, called(reading, *starts))
    return technology(name, used, unused)


def settings_read(
    reading: Reading, loaders: tuple[str, ...], suffixes: tuple[str, ...]
) -> tuple[Clue, ...]:
    """Find where settings files of these kinds are loaded, in learning code or for it."""
    names = {path.rpartition("/")[2] for path in settings_files(reading, suffixes)}
    loads = called(reading, *loaders) if names else ()
    naming = {file.path for file, _ in own_code(reading) if loads and names & _named_files(file)}
    return around_learning(reading, [clue for clue in loads if clue.place.path in naming])


def settings_files(reading: Reading, suffixes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the project's own files of these kinds that are no tool's settings."""
    return tuple(
        file.path
        for file in reading.repository.files
        if file.role in (Role.SOURCE, Role.EXAMPLE)
        and file.path.endswith(suffixes)
        and not OF_TOOLS.search(file.path)
    )


def uses_hydra(file: SourceFile) -> bool:
    """Tell whether a file takes its settings from Hydra, which reads YAML by OmegaConf itself."""
    return any(is_under(item.module, ("hydra",)) for item in file.imports)


def _named_files(file: SourceFile) -> set[str]:
    written = [text for text, _ in file.strings]
    written += [argument.default for argument in file.arguments if argument.default]
    written += [call.text for call in file.calls if call.text]
    return {text.rpartition("/")[2] for text in written}
