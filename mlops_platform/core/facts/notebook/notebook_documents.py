"""A notebook file as cells: nbformat 1 to 4, anything of the wrong type left out.

Outputs are counted and let go; nobody here keeps what they show.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mlops_platform.core.facts.text.texts import clean

MAX_DIGITS = 18
MAX_CELLS = 10_000

_PYTHON = re.compile(r"i?python.*|pyspark.*|conda-.*|")


class Cell(NamedTuple):
    """One cell. `number` counts all cells of the document from 1."""

    number: int
    kind: str
    source: str
    execution_count: int | None
    output_bytes: int


class NotebookDocument(NamedTuple):
    """A notebook's language in lower case ("" where it names none), and its cells."""

    language: str
    cells: tuple[Cell, ...]

    @property
    def is_python(self) -> bool:
        """Tell whether its cells are Python, as they are where nothing else is said."""
        return bool(_PYTHON.fullmatch(self.language))


class NotANotebookError(Exception):
    """A file that is not a notebook; its text is the reason."""


def parse_notebook(data: bytes) -> NotebookDocument:
    """Parse a notebook's JSON. Raises NotANotebookError."""
    try:
        # Outputs of charts hold NaN, which JSON does not know but every notebook writer emits.
        document = json.loads(data, parse_constant=str, parse_int=_integer)
    except RecursionError:
        raise NotANotebookError("JSON nested too deep") from None
    except MemoryError:
        raise NotANotebookError("too large for the memory limit") from None
    except ValueError:
        raise NotANotebookError("not valid JSON") from None
    cells = _cells(document)
    if cells is None:
        raise NotANotebookError("JSON, but not a notebook")
    if len(cells) > MAX_CELLS:
        raise NotANotebookError(f"more than {MAX_CELLS} cells")
    found = tuple(_cell(number, cell) for number, cell in enumerate(cells, 1))
    return NotebookDocument(language=_language(document, cells), cells=found)


def _cells(document: object) -> list[dict[str, object]] | None:
    """Return the cells, of all worksheets in older formats; None where there are none."""
    if not isinstance(document, dict):
        return None
    groups = [document.get("cells")]
    if isinstance(document.get("worksheets"), list):
        groups = [s.get("cells") for s in document["worksheets"] if isinstance(s, dict)]
    if not any(isinstance(group, list) for group in groups):
        return None
    lists = (group for group in groups if isinstance(group, list))
    every = islice((cell for group in lists for cell in group), MAX_CELLS + 1)
    return [cell if isinstance(cell, dict) else {} for cell in every]


def _cell(number: int, cell: dict[str, object]) -> Cell:
    kind = cell.get("cell_type")
    source = _text(cell.get("source", cell.get("input")))
    if kind == "heading":
        kind, source = "markdown", f"# {source}"
    count = cell.get("execution_count", cell.get("prompt_number"))
    return Cell(
        number=number,
        kind=kind if isinstance(kind, str) else "",
        source=clean(source.replace("\r\n", "\n").replace("\r", "\n")),
        execution_count=count if type(count) is int and count > 0 else None,
        output_bytes=_text_bytes(cell.get("outputs")),
    )


def _text(source: object) -> str:
    if isinstance(source, list):
        return "".join(part for part in source if isinstance(part, str))
    return source if isinstance(source, str) else ""


def _text_bytes(value: object) -> int:
    """Return how many bytes of text stand anywhere in a value."""
    total = 0
    stack = [value]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            total += len(part) if part.isascii() else len(part.encode("utf-8", "surrogatepass"))
        elif isinstance(part, list):
            stack.extend(part)
        elif isinstance(part, dict):
            stack.extend(part.values())
    return total


def _language(document: object, cells: list[dict[str, object]]) -> str:
    return next((name.lower() for name in _languages(document, cells) if name), "")


def _languages(document: object, cells: list[dict[str, object]]) -> Iterator[str]:
    """Yield what may name the language, the surest first."""
    metadata = _mapping(document, "metadata")
    yield _name(_mapping(metadata, "language_info").get("name"))
    kernel = _mapping(metadata, "kernelspec")
    yield _name(kernel.get("language"))
    yield _name(kernel.get("name"))
    for cell in cells:
        yield _name(cell.get("language"))


def _mapping(value: object, key: str) -> dict[str, object]:
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _name(value: object) -> str:
    return clean(value).strip()[:40] if isinstance(value, str) else ""


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits
