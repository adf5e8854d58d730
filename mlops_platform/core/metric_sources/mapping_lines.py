"""Mappings that were printed: Python dicts and JSON objects, in one line or over several.

`{'loss': 0.5, 'epoch': 1.0}`, `Metrics: {"test": {"acc": 0.9}}`, and JSON that was indented.
"""

import ast
import json
import re
from collections.abc import Iterator

from mlops_platform.core.facts.text.documents import Value, plain
from mlops_platform.core.measuring.line_place import line_place
from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_document import measurements_of
from mlops_platform.core.measuring.numbers import NOT_FINITE
from mlops_platform.core.measuring.printed_text import PrintedLine, PrintedText
from mlops_platform.core.measuring.situation import told_by
from mlops_platform.core.measuring.statement import Place

MOST_LINES = 200
MOST_NODES = 2000
_ORDERED = re.compile(r"\b(?:OrderedDict|defaultdict\([^,()]{0,80},|dict)\(?(?=\{)")
_START = re.compile(r"""\{\s{0,8}(?:["'{]|$)""")
_NOT_FINITE = re.compile(rf"(?<=[:\s]){NOT_FINITE}(?=\s{{0,4}}[,}}\]])")


def read_text(text: PrintedText) -> Iterator[Measurement]:
    """Yield what printed mappings state."""
    skip_to = 0
    for index, line in enumerate(text.lines):
        start = _START.search(line.text) if index >= skip_to and "{" in line.text else None
        if start is None:
            continue
        body, used = _body(text.lines, index, start.start())
        skip_to = index + used
        value = _parsed(body)
        if isinstance(value, dict):
            yield from _stated(text, line, line.text[: start.start()], value)


def _body(lines: tuple[PrintedLine, ...], index: int, start: int) -> tuple[str, int]:
    """Return the text up to the brace that closes the first, and how many lines it takes."""
    parts: list[str] = []
    depth = 0
    for used, line in enumerate(lines[index : index + MOST_LINES], start=1):
        part = line.text[start:] if used == 1 else line.text
        depth += part.count("{") - part.count("}")
        parts.append(part)
        if depth <= 0:
            joined = "\n".join(parts)
            return joined[: joined.rfind("}") + 1], used
    return "", 1


def _parsed(body: str) -> Value:
    """Parse a JSON object, else a Python literal; None for anything else."""
    body = _NOT_FINITE.sub("1e999", _ORDERED.sub("", body))
    for parse in (json.loads, ast.literal_eval):
        try:
            return plain(parse(body), MOST_NODES)
        except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
            continue
    return None


def _stated(
    text: PrintedText, line: PrintedLine, before: str, value: dict[str, Value]
) -> Iterator[Measurement]:
    told = line_place(before)
    split, _ = told_by(told.text)
    situation = told.within(line.situation)
    if split:
        situation = situation._replace(split=split)
    place = Place(text.source, line.number, text.rank, situation)
    yield from measurements_of(value, place)
