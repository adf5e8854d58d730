"""One parse of one Python file, within limits; where it fails, the reason in words."""

import ast
import gc
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mlops_platform.core.facts.python.newer_syntax import rewritten

_GRAMMAR = f"Python {sys.version_info.major}.{sys.version_info.minor}"
_PYTHON_2_MESSAGES = (
    "Missing parentheses in call to",
    "multiple exception types must be parenthesized",
    "leading zeros in decimal integer literals",
)
_PYTHON_2 = re.compile(
    r"^[ \t]*(?:print\s*(?:>>|[\"'%\w])|exec\s+[\"'\w]"
    r"|except\s+[\w.]+\s*,\s*\w+\s*:|raise\s+[\w.]+\s*,)"
)
_NEWER = re.compile(r"^[ \t]*(?:type\s+\w+\s*(?:\[[^\]]*\])?\s*=|(?:def|class)\s+\w+\[)")
_TEMPLATE = re.compile(r"\{\{.*\}\}|\{%.*%\}|<%.*%>")
_LONGEST_LINE = 4096
MOST_KEPT_BYTES = 4 << 20
"""Of source: its trees take up to a hundred times as much memory."""


class UnparsableError(Exception):
    """One file that cannot be parsed; its text is the reason."""


@contextmanager
def quiet_parsing() -> Iterator[None]:
    """Parse many files: no warnings about their code, no cycle collection over their trees.

    Syntax trees hold no cycles; looking for them costs as much as parsing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        if was_enabled:
            gc.enable()


class _Kept:
    """The trees of sources that were parsed before, while somebody wants them kept."""

    def __init__(self) -> None:
        self.trees: dict[bytes | str, ast.Module] = {}
        self.room_bytes = 0


_kept = _Kept()


@contextmanager
def parsed_once() -> Iterator[None]:
    """Keep trees, within limits, where several readers parse the same files; none changes them."""
    _kept.room_bytes = MOST_KEPT_BYTES
    try:
        yield
    finally:
        _kept.room_bytes = 0
        _kept.trees.clear()


def parse(source: bytes | str) -> ast.Module:
    """Parse a file's bytes, with its mark and coding line, or a text. Raises UnparsableError."""
    if source in _kept.trees:
        return _kept.trees[source]
    tree = _parse(source)
    if len(source) <= _kept.room_bytes:
        _kept.room_bytes -= len(source)
        _kept.trees[source] = tree
    return tree


def _parse(source: bytes | str) -> ast.Module:
    try:
        return _parsed(source)
    except SyntaxError as error:
        raise UnparsableError(_reason(error, source)) from None
    except RecursionError:
        raise UnparsableError("nested too deeply to be parsed") from None
    except MemoryError:
        raise UnparsableError("too large or nested too deeply to be parsed") from None
    except ValueError:
        raise UnparsableError("holds null bytes or numbers that Python refuses") from None
    except (LookupError, UnicodeError):
        raise UnparsableError("not in the encoding that it names") from None


def _parsed(source: bytes | str) -> ast.Module:
    try:
        return ast.parse(source)
    except SyntaxError:
        text = source if isinstance(source, str) else source.decode("utf-8", "replace")
        later = rewritten(text.removeprefix("\ufeff"))
        with suppress(SyntaxError):
            if later != text:
                return ast.parse(later)
        raise


def _reason(error: SyntaxError, source: bytes | str) -> str:
    message = error.msg or "invalid syntax"
    if "codec can't decode" in message or "encoding" in message:
        return "not text in UTF-8 or in the encoding that it names"
    if "null bytes" in message:
        return "holds null bytes"
    text = source if isinstance(source, str) else source.decode("utf-8", "replace")
    lines = text.splitlines()
    number = error.lineno or 0
    line = lines[number - 1][:_LONGEST_LINE] if 0 < number <= len(lines) else ""
    place = f" (line {number})" if number else ""
    if message.startswith(_PYTHON_2_MESSAGES) or _PYTHON_2.match(line):
        return f"Python 2 syntax{place}"
    if _TEMPLATE.search(line):
        return f"a template, not Python{place}"
    if _NEWER.match(line):
        return f"syntax newer than {_GRAMMAR}{place}"
    return f"not valid {_GRAMMAR}{place}"
