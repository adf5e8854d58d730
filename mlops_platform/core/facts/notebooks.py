"""Notebooks: code cells in document order as one module, magics blanked, outputs only counted."""

from typing import NamedTuple

from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.ports import UnreadFile


class Notebook(NamedTuple):
    """One notebook. `code` is its cells as one module; its lines count from 1 over all code cells.

    `cell_starts` holds the first module line of each code cell, so a line maps back to (cell, line);
    `cell_numbers` are the cells' 1-based numbers in the document. `runs_in_order` is None where no
    cell was executed. `shell_lines` are `!`/`%` lines as (text, module line). `code` is None where
    the kernel's language is not Python.
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

    def cell_at(self, line: int) -> int:
        """Return the document's cell number that a module line belongs to."""
        index = max(i for i, start in enumerate(self.cell_starts) if start <= line)
        return self.cell_numbers[index]


class NotebooksFacts(NamedTuple):
    """All notebooks by path, and those that could not be read."""

    notebooks: tuple[Notebook, ...]
    unread: tuple[UnreadFile, ...]
