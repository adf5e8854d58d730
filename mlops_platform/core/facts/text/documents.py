"""JSON and TOML of a checkout as plain values within bounds; what every document has in common.

Values are only mappings with text keys, lists, text, numbers, truth values and None. Numbers that
are not finite or too long to be counts stay text. YAML stands in `yaml_documents`.
"""

import json
import math
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.text.texts import TEXT_BYTES, clean, read_text

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
Key: TypeAlias = str | int
MAX_DEPTH = 64
MAX_NODES = 50_000
MAX_DIGITS = 18
# A dotted key of n parts costs tomllib n² steps; no honest key has this many.
MAX_KEY_PARTS = 40
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_NOT_KEY = re.compile(r"[^\w.\- \t]+")
_KEY_PART = re.compile(r"[\w-][ \t]*\.")


class Document(NamedTuple):
    """One document: its value, its text, and where places in it stand (YAML only).

    `lines` holds the line of a place by its keys, such as `("jobs", "build", "steps", 0)`.
    """

    value: Value
    text: str
    lines: Mapping[tuple[Key, ...], int]

    def line(self, *keys: Key) -> int | None:
        """Return the line of a place, or of the nearest place around it."""
        for length in range(len(keys), 0, -1):
            if keys[:length] in self.lines:
                return self.lines[keys[:length]]
        return self.lines.get(())


def read_json(
    checkout: Checkout, path: str, limit: int = TEXT_BYTES, nodes: int = MAX_NODES
) -> Document | UnreadFile:
    """Read one JSON file."""
    text = read_text(checkout, path, limit)
    return text if isinstance(text, UnreadFile) else parse_json(path, text, nodes)


def read_toml(
    checkout: Checkout, path: str, limit: int = TEXT_BYTES, nodes: int = MAX_NODES
) -> Document | UnreadFile:
    """Read one TOML file."""
    text = read_text(checkout, path, limit)
    return text if isinstance(text, UnreadFile) else parse_toml(path, text, nodes)


def parse_json(path: str, text: str, nodes: int = MAX_NODES) -> Document | UnreadFile:
    """Parse the JSON text of the file at `path`; NaN and Infinity are refused."""
    return _parsed(path, text, "JSON", nodes, _json_value)


def parse_toml(path: str, text: str, nodes: int = MAX_NODES) -> Document | UnreadFile:
    """Parse the TOML text of the file at `path`; dates become text."""
    return _parsed(path, text, "TOML", nodes, _toml_value)


def at(value: Value, *keys: Key) -> Value:
    """Return what stands at a place, None where there is no such place."""
    for key in keys:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value


def mapping_at(value: Value, *keys: Key) -> dict[str, Value]:
    """Return the mapping at a place, an empty one where there is none."""
    found = at(value, *keys)
    return found if isinstance(found, dict) else {}


def list_at(value: Value, *keys: Key) -> list[Value]:
    """Return the list at a place, an empty one where there is none."""
    found = at(value, *keys)
    return found if isinstance(found, list) else []


def text_at(value: Value, *keys: Key) -> str:
    """Return the text or number at a place as text, "" where there is none."""
    found = at(value, *keys)
    return str(found) if isinstance(found, str | int | float) else ""


class TooLargeDocumentError(ValueError):
    """A document that is deeper or has more parts than the bounds admit."""


def plain(value: object, nodes: int = MAX_NODES) -> Value:
    """Return a copy made of plain values only. Raises TooLargeDocumentError."""
    left = nodes

    def copy(part: object, depth: int) -> Value:
        nonlocal left
        left -= 1
        if left < 0:
            raise TooLargeDocumentError(f"more than {nodes} values")
        if depth > MAX_DEPTH:
            raise TooLargeDocumentError(f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(part, dict):
            return {clean(str(key)): copy(item, depth + 1) for key, item in part.items()}
        if isinstance(part, list):
            return [copy(item, depth + 1) for item in part]
        return plain_scalar(part)

    return copy(value, 0)


def plain_scalar(value: object) -> Value:
    """Return a scalar as it is where it is harmless, else as text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) < 10**MAX_DIGITS else f"{value:#x}"
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    return clean(str(value))


def _parsed(
    path: str, text: str, language: str, nodes: int, parse: Callable[[str], object]
) -> Document | UnreadFile:
    try:
        return Document(value=plain(parse(text), nodes), text=text, lines={})
    except TooLargeDocumentError as error:
        return UnreadFile(path=path, reason=f"{language} with {error}")
    except RecursionError:
        return UnreadFile(path=path, reason=f"{language} nested too deep")
    except MemoryError:
        return UnreadFile(path=path, reason=f"{language} too large for the memory limit")
    except ValueError:
        return UnreadFile(path=path, reason=f"not valid {language}")


def _json_value(text: str) -> object:
    return json.loads(text, parse_constant=_refused, parse_int=_integer)


def _toml_value(text: str) -> object:
    for line in text.split("\n"):
        for piece in _NOT_KEY.split(_QUOTED.sub("q", line)):
            if len(_KEY_PART.findall(piece)) > MAX_KEY_PARTS:
                raise TooLargeDocumentError(f"a key of more than {MAX_KEY_PARTS} parts")
    return tomllib.loads(text)


def _refused(constant: str) -> object:
    raise ValueError(constant)


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits
