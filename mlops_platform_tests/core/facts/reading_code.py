"""Read one file, or a small tree of files, as the source readers see it."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.python.source_file import Argument, SourceFile
from mlops_platform.core.facts.repository import Role, read_repository
from mlops_platform.core.facts.source_code import SourceCodeFacts, index_source, read_source_code
from mlops_platform_tests.drawing import draw_checkout


def index(source: str, path: str = "train.py", paths: tuple[str, ...] = ()) -> SourceFile:
    """Index one file of a repository that also holds `paths`."""
    modules = LocalModules([path, *paths])
    return index_source(dedent(source), path, Role.SOURCE, modules)


def call_names(source: str, path: str = "train.py") -> list[str]:
    """Return the names of a file's calls, in order."""
    return [call.name for call in index(source, path).calls]


def argument(source: str) -> list[tuple[str, bool, str | None]]:
    """Return a file's arguments as (name, is it required, default)."""
    return [(a.name, a.is_required, a.default) for a in arguments(source)]


def arguments(source: str) -> tuple[Argument, ...]:
    """Return a file's arguments."""
    return index(source).arguments


def read_tree(tmp_path: Path, files: Mapping[str, str | bytes]) -> SourceCodeFacts:
    """Draw a repository and read its Python files."""
    checkout = draw_checkout(tmp_path, files)
    return read_source_code(checkout, read_repository(checkout))
