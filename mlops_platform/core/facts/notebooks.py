"""Notebooks: code cells in document order as one module, magics blanked, outputs only counted."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.notebook.notebook_code import (
    NotebookCode,
    code_of,
    without_unparsable,
)
from mlops_platform.core.facts.notebook.notebook_documents import (
    Cell,
    NotANotebookError,
    NotebookDocument,
    parse_notebook,
)
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.python.source_file import SourceFile
from mlops_platform.core.facts.python.syntax import UnparsableError, quiet_parsing
from mlops_platform.core.facts.repository import RepositoryFacts, TrackedFile
from mlops_platform.core.facts.source_code import NOT_OWN, index_source
from mlops_platform.core.facts.spread import in_parts
from mlops_platform.core.facts.text.texts import TEXT_BYTES, read_bytes

PART_FILES = 2
NOTEBOOK_BYTES = 20 * 1024 * 1024
MAX_HEADINGS = 200
LONGEST_HEADING = 200
_CHECKPOINTS = ".ipynb_checkpoints"
_HEADING = re.compile(r"#{1,6}\s+(.*)|<h[1-6][^>]*>(.*?)</h[1-6]>.*", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]*>|[*_`#]+")


class Notebook(NamedTuple):
    """One notebook. `code` is its cells as one module; lines count from 1 over all code cells.

    `cell_starts` holds the first module line of each code cell: a line maps back to (cell, line).
    `cell_numbers` are the cells' 1-based numbers in the document. `runs_in_order` is None where no
    cell was executed. `shell_lines` are `!`/`%` lines as (text, module line). `code` is None where
    the kernel's language is not Python. `unparsed_cells` are the numbers of code cells that are no
    Python; they count as empty.
    """

    path: str
    language: str
    code: SourceFile | None
    code_cells: int
    cell_starts: tuple[int, ...]
    cell_numbers: tuple[int, ...]
    shell_lines: tuple[tuple[str, int], ...]
    runs_in_order: bool | None
    has_outputs: bool
    output_bytes: int
    headings: tuple[str, ...]
    unparsed_cells: tuple[int, ...] = ()

    def cell_at(self, line: int) -> int:
        """Return the document's cell number that a module line belongs to."""
        index = max(i for i, start in enumerate(self.cell_starts) if start <= line)
        return self.cell_numbers[index]


class NotebooksFacts(NamedTuple):
    """All notebooks by path, and those that could not be read."""

    notebooks: tuple[Notebook, ...]
    unread: tuple[UnreadFile, ...]


def read_notebooks(
    checkout: Checkout, repository: RepositoryFacts, paths: Collection[str] | None = None
) -> NotebooksFacts:
    """Read the project's own notebooks, or only those of them that `paths` names."""
    return joined_notebooks(part() for part in notebook_parts(checkout, repository, paths))


def notebook_parts(
    checkout: Checkout, repository: RepositoryFacts, paths: Collection[str] | None = None
) -> list[Callable[[], NotebooksFacts]]:
    """Cut the same reading into parts, by path, that need not be done in order."""
    modules = LocalModules.of(repository)
    own = [each for each in repository.files if _is_own(each)]
    chosen = own if paths is None else [each for each in own if each.path in paths]
    return in_parts(partial(_read_part, checkout, modules), chosen, PART_FILES)


def joined_notebooks(parts: Iterable[NotebooksFacts]) -> NotebooksFacts:
    """Put the parts of a reading together, in their order."""
    every = tuple(parts)
    return NotebooksFacts(
        notebooks=tuple(book for part in every for book in part.notebooks),
        unread=tuple(file for part in every for file in part.unread),
    )


def _read_part(
    checkout: Checkout, modules: LocalModules, part: Sequence[TrackedFile]
) -> NotebooksFacts:
    with quiet_parsing():
        found = [_read(checkout, tracked, modules) for tracked in part]
    return NotebooksFacts(
        notebooks=tuple(each for each in found if isinstance(each, Notebook)),
        unread=tuple(each for each in found if isinstance(each, UnreadFile)),
    )


def _is_own(tracked: TrackedFile) -> bool:
    is_copy = _CHECKPOINTS in tracked.path.split("/")
    return tracked.path.endswith(".ipynb") and tracked.role not in NOT_OWN and not is_copy


def _read(checkout: Checkout, tracked: TrackedFile, modules: LocalModules) -> Notebook | UnreadFile:
    data = read_bytes(checkout, tracked.path, NOTEBOOK_BYTES)
    if isinstance(data, UnreadFile):
        return data
    try:
        document = parse_notebook(data)
        return _notebook(tracked, document, modules)
    except (NotANotebookError, UnparsableError) as error:
        return UnreadFile(path=tracked.path, reason=str(error))
    except (RecursionError, MemoryError):
        return UnreadFile(path=tracked.path, reason="too large or nested too deeply to be read")


def _notebook(tracked: TrackedFile, document: NotebookDocument, modules: LocalModules) -> Notebook:
    cells = [cell for cell in document.cells if cell.kind == "code"]
    code, indexed = NotebookCode((), (), (), ()), None
    if document.is_python:
        code, indexed = _indexed(code_of(cells), tracked, modules)
    return Notebook(
        path=tracked.path,
        language="python" if document.is_python else document.language,
        code=indexed,
        code_cells=len(cells),
        cell_starts=code.cell_starts,
        cell_numbers=code.cell_numbers,
        shell_lines=code.shell_lines,
        runs_in_order=_runs_in_order(cells),
        has_outputs=any(cell.output_bytes for cell in cells),
        output_bytes=sum(cell.output_bytes for cell in cells),
        headings=_headings(document.cells),
        unparsed_cells=code.unparsed,
    )


def _indexed(
    code: NotebookCode, tracked: TrackedFile, modules: LocalModules
) -> tuple[NotebookCode, SourceFile]:
    if len(code.module) > TEXT_BYTES:
        raise UnparsableError(f"holds more than {TEXT_BYTES} characters of code")
    try:
        return code, index_source(code.module, tracked.path, tracked.role, modules)
    except UnparsableError:
        good = without_unparsable(code)
        return good, index_source(good.module, tracked.path, tracked.role, modules)


def _runs_in_order(cells: list[Cell]) -> bool | None:
    counts = [cell.execution_count for cell in cells if cell.execution_count is not None]
    if not counts:
        return None
    return all(before < after for before, after in pairwise(counts))


def _headings(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for cell in cells:
        if cell.kind == "markdown":
            found.extend(_headings_of(cell.source))
    return tuple(found[:MAX_HEADINGS])


def _headings_of(text: str) -> list[str]:
    is_fenced = False
    found = []
    for line in text.split("\n"):
        stripped = line.strip()[: 2 * LONGEST_HEADING]
        if stripped.startswith(("```", "~~~")):
            is_fenced = not is_fenced
        heading = None if is_fenced else _HEADING.fullmatch(stripped)
        if heading:
            words = _MARKUP.sub("", heading[1] or heading[2] or "").strip()
            found.append(words[:LONGEST_HEADING])
    return [heading for heading in found if heading]
