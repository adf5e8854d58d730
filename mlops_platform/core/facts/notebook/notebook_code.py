"""The code cells of a notebook as one Python module: magics and shell lines become `pass`.

No line is added or taken away, so that a line of the module is a line of a cell.
"""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.notebook.notebook_documents import Cell, parse_notebook
from mlops_platform.core.facts.python.syntax import UnparsableError, parse

LONGEST_LINE = 1000  # the patterns below look back over blanks
# Cell magics whose body is Python of this process.
_TRANSPARENT = frozenset(
    {"time", "timeit", "capture", "prun", "memit", "mprun", "lprun", "snakeviz", "scalene"}
    | {"wandb", "heat", "pyinstrument", "skip", "local"}
)
_SHELLS = frozenset({"bash", "sh", "script", "!", "sx", "system", "zsh"})
_TIMERS = re.compile(r"%(?:time|timeit|prun|memit)\b(?:\s+-\w+(?:\s+\d+)?)*\s*(.*)")
_MAGIC = re.compile(r"[!%?]|(?:pip3?|conda|mamba|ls|cd|pwd|cat|mkdir|clear)\b(?!\s*[=(.\[,:])")
_HELP = re.compile(r"[\w.*\[\]]+\?{1,2}")
_ASSIGNED = re.compile(r"([\w.,\s\[\]'\"()*]+?)\s*=\s*([!%]\s*\S.*)")
_SUSPECT = re.compile(r"^[ \t]*[!%?]|\?[ \t]*$|=[ \t]*[!%]|^[ \t]*(?:pip3?|conda)\s", re.MULTILINE)


class NotebookCode(NamedTuple):
    """The code cells as texts of Python; `unparsed` are the numbers of cells that are none."""

    texts: tuple[str, ...]
    cell_starts: tuple[int, ...]
    cell_numbers: tuple[int, ...]
    shell_lines: tuple[tuple[str, int], ...]
    unparsed: tuple[int, ...] = ()

    @property
    def module(self) -> str:
        """All cells as one module."""
        return "\n".join(self.texts)


class _Blanked(NamedTuple):
    text: str
    shell_lines: tuple[tuple[str, int], ...]


def code_of(cells: list[Cell]) -> NotebookCode:
    """Make Python of code cells, in order."""
    blanked = [_without_magics(cell.source) for cell in cells]
    starts, line = [], 1
    for each in blanked:
        starts.append(line)
        line += each.text.count("\n") + 1
    return NotebookCode(
        texts=tuple(each.text for each in blanked),
        cell_starts=tuple(starts),
        cell_numbers=tuple(cell.number for cell in cells),
        shell_lines=tuple(
            (text, start + offset)
            for start, each in zip(starts, blanked, strict=True)
            for text, offset in each.shell_lines
        ),
    )


def without_unparsable(code: NotebookCode) -> NotebookCode:
    """Blank every cell that is not Python by itself."""
    good = [_parses(text) for text in code.texts]
    texts = (
        text if is_good else "\n" * text.count("\n")
        for text, is_good in zip(code.texts, good, strict=True)
    )
    bad = (n for n, is_good in zip(code.cell_numbers, good, strict=True) if not is_good)
    return code._replace(texts=tuple(texts), unparsed=tuple(bad))


def _parses(text: str) -> bool:
    try:
        parse(text)
    except UnparsableError:
        return False
    return True


def _without_magics(source: str) -> _Blanked:
    lines = source.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    if lines[first].lstrip().startswith("%%"):
        return _cell_magic(lines, first)
    is_indented = lines[first][:1] in {" ", "\t"}
    if not is_indented and (not _SUSPECT.search(source) or _parses(source)):
        return _Blanked(source, ())
    if is_indented:
        lines = _dedented(lines, first)
    return _line_magics(lines)


def _cell_magic(lines: list[str], first: int) -> _Blanked:
    name = (lines[first].lstrip()[2:].split() or [""])[0]
    opening = ((lines[first].strip(), first),)
    if name in _TRANSPARENT:
        rest = _without_magics(
            "\n".join(["pass" if i <= first else x for i, x in enumerate(lines)])
        )
        return _Blanked(rest.text, (*opening, *rest.shell_lines))
    body = tuple(
        (f"!{line.strip()}", number)
        for number, line in enumerate(lines)
        if number > first and line.strip() and name in _SHELLS
    )
    return _Blanked("\n" * (len(lines) - 1), (*opening, *body))


def _line_magics(lines: list[str]) -> _Blanked:
    kept, shell_lines = [], []
    for line, number, is_continued in _logical(lines):
        text = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        if is_continued:
            kept.append("")
            continue
        python = _python_of(text)
        kept.append(line if python is None else indent + python)
        if python is not None:
            assigned = _ASSIGNED.fullmatch(text[:LONGEST_LINE])
            shell_lines.append((assigned[2] if assigned else text[:LONGEST_LINE], number))
    return _Blanked("\n".join(kept), tuple(shell_lines))


def _logical(lines: list[str]) -> Iterator[tuple[str, int, bool]]:
    """Yield each line, its number, and whether it continues a magic line above it."""
    is_open = False
    for number, line in enumerate(lines):
        is_continued = is_open
        is_magic = is_continued or _python_of(line.strip()) is not None
        is_open = is_magic and line.rstrip().endswith("\\")
        yield line, number, is_continued


def _python_of(text: str) -> str | None:
    """Return the Python that stands for a magic line, None for a line that is none."""
    if len(text) > LONGEST_LINE:
        return "pass" if text[0] in "!%" else None
    timed = _TIMERS.fullmatch(text)
    if timed:
        return timed[1] or "pass"
    if _MAGIC.match(text) or _HELP.fullmatch(text):
        return "pass"
    assigned = _ASSIGNED.fullmatch(text)
    return f"{assigned[1]} = None" if assigned else None


def _dedented(lines: list[str], first: int) -> list[str]:
    """Take the first line's indent from all lines, as the notebook itself does."""
    indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    return [line.removeprefix(indent) for line in lines]


class NotebookModule(NamedTuple):
    """The code of a notebook as one module; `cells` are the first lines of its cells, numbered."""

    code: str
    tree: ast.Module
    cells: tuple[tuple[int, int], ...]


def parse_module(data: bytes) -> NotebookModule | None:
    """Parse the code of a notebook, without the cells that are none; None in another language.

    Raises NotANotebookError or UnparsableError.
    """
    document = parse_notebook(data)
    if not document.is_python:
        return None
    code = code_of([cell for cell in document.cells if cell.kind == "code"])
    try:
        tree = parse(code.module)
    except UnparsableError:
        code = without_unparsable(code)
        tree = parse(code.module)
    cells = tuple(zip(code.cell_starts, code.cell_numbers, strict=True))
    return NotebookModule(code.module, tree, cells)
