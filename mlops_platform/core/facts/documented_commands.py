"""Commands that the repository itself gives: README blocks, Makefile, dvc.yaml, MLproject, scripts."""

from typing import NamedTuple

from mlops_platform.core.ports import UnreadFile


class DocumentedCommand(NamedTuple):
    """One command as written, with the line it stands on.

    `source` is readme, makefile, dvc, mlproject, shell_script, package_json, tox, ci, dockerfile,
    pyproject (scripts). `name` is the target, stage or entry point, "" where it has none.
    `working_directory` is relative to the root, as far as the text tells (`cd`, `wdir`, folder of
    the README).
    """

    source: str
    name: str
    command: str
    working_directory: str
    path: str
    line: int


class ReadmeHeading(NamedTuple):
    """One heading of a README, by its text and line."""

    text: str
    line: int
    path: str


class DocumentedCommandsFacts(NamedTuple):
    """All commands by path and line, and the READMEs' outline and size."""

    commands: tuple[DocumentedCommand, ...]
    headings: tuple[ReadmeHeading, ...]
    readme_words: int
    readme_text: str
    unread: tuple[UnreadFile, ...]
