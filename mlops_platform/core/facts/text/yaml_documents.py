"""YAML of a checkout as plain values with their lines, within bounds that hold before building.

Values are built from the parser's events, so no tag constructs anything: `!Ref x` is the text `x`.
Only `true`, `false`, `null`, short integers and decimals are resolved; `on`, `yes`, dates and long
numbers stay text. Aliases count with all that they stand for. A repeated key keeps its last value.
"""

import re
from collections.abc import Iterator

import yaml

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.text.documents import (
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_NODES,
    Document,
    Key,
    TooLargeDocumentError,
    Value,
    plain_scalar,
)
from mlops_platform.core.facts.text.texts import TEXT_BYTES, clean, read_text

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTANTS: dict[str, Value] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_TEXT_PER_NODE = 256
# GitLab's pointer to another place; as a bare list it would read like a list of commands.
_REFERENCE = "!reference"
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)", re.ASCII)
_DECIMAL = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.?[0-9]+)([eE][-+]?[0-9]{1,3})?", re.ASCII)
_CORE_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))


def read_yaml_documents(
    checkout: Checkout, path: str, limit: int = TEXT_BYTES, nodes: int = MAX_NODES
) -> tuple[Document, ...] | UnreadFile:
    """Read all documents of a YAML file, at least one."""
    text = read_text(checkout, path, limit)
    return text if isinstance(text, UnreadFile) else parse_yaml(path, text, nodes)


def parse_yaml(path: str, text: str, nodes: int = MAX_NODES) -> tuple[Document, ...] | UnreadFile:
    """Parse all documents of the file at `path`, at least one."""
    try:
        return tuple(_documents(text, nodes)) or (Document(value=None, text=text, lines={}),)
    except TooLargeDocumentError as error:
        return UnreadFile(path=path, reason=f"YAML with {error}")
    except yaml.MarkedYAMLError as error:
        line = f" (line {error.problem_mark.line + 1})" if error.problem_mark else ""
        return UnreadFile(path=path, reason=f"not valid YAML{line}")
    except (yaml.YAMLError, ValueError):
        return UnreadFile(path=path, reason="not valid YAML")
    except RecursionError:
        return UnreadFile(path=path, reason="YAML nested too deep")
    except MemoryError:
        return UnreadFile(path=path, reason="YAML too large for the memory limit")


def _documents(text: str, nodes: int) -> Iterator[Document]:
    events = iter(yaml.parse(text, Loader=_LOADER))
    left = nodes
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            building = _Building(events, left)
            value = building.value((), next(events))
            left = building.left
            yield Document(value=value, text=text, lines=building.lines)


class _UnusableError(ValueError):
    """YAML that has no plain value."""


class _Building:
    """One document being built; keeps what is left of the budget, the anchors and the lines."""

    def __init__(self, events: Iterator[yaml.Event], left: int) -> None:
        self.events = events
        self.left = left
        self.nodes = left
        self.anchors: dict[str | None, tuple[Value, int]] = {}
        self.lines: dict[tuple[Key, ...], int] = {}

    def value(self, keys: tuple[Key, ...], event: yaml.Event) -> Value:
        """Build the value that starts with `event` and stands at `keys`."""
        before = self.left
        self._spend(1)
        if len(keys) > MAX_DEPTH:
            raise TooLargeDocumentError(f"nested deeper than {MAX_DEPTH} levels")
        self.lines[keys] = _line(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if isinstance(event, yaml.SequenceStartEvent):
            items = self._sequence(keys)
            value: Value = {event.tag: items} if event.tag == _REFERENCE else items
        elif isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(keys)
        else:
            value = self._scalar(keys, event)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self.anchors[anchor] = (value, before - self.left)
        return value

    def _sequence(self, keys: tuple[Key, ...]) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value((*keys, len(items)), event))
        return items

    def _mapping(self, keys: tuple[Key, ...]) -> dict[str, Value]:
        own: dict[str, Value] = {}
        merged: dict[str, Value] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event)
            value = self.value((*keys, key), next(self.events))
            if key == "<<":
                self._merge(merged, value)
            else:
                own[key] = value
        return {**merged, **own}

    def _key(self, event: yaml.Event) -> str:
        before = self.left
        self._spend(1)
        if isinstance(event, yaml.AliasEvent):
            key = self._alias(event)
            if isinstance(key, list | dict):
                raise _UnusableError("a key that is not a scalar")
            return str(key)
        key = self._scalar((), event)
        anchor = getattr(event, "anchor", None)
        if anchor is not None:
            self.anchors[anchor] = (key, before - self.left)
        return clean(getattr(event, "value", ""))

    def _merge(self, merged: dict[str, Value], value: Value) -> None:
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                self._spend(len(part))
                for key, item in part.items():
                    merged.setdefault(key, item)

    def _scalar(self, keys: tuple[Key, ...], event: yaml.Event) -> Value:
        if not isinstance(event, yaml.ScalarEvent):
            raise _UnusableError("a key that is not a scalar")
        # Long text costs more, or one long text could stand behind thousands of aliases.
        self._spend(len(event.value) // _TEXT_PER_NODE)
        if keys and event.style in ("|", ">"):
            self.lines[keys] = _line(event) + 1
        is_plain = event.tag in _CORE_TAGS or (event.tag is None and not event.style)
        return _resolved(event.value) if is_plain else clean(event.value)

    def _alias(self, event: yaml.AliasEvent) -> Value:
        if event.anchor not in self.anchors:
            raise _UnusableError("an alias of nothing, or of what it stands in")
        value, size = self.anchors[event.anchor]
        self._spend(size)
        return value

    def _spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise TooLargeDocumentError(f"more than {self.nodes} values")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _resolved(text: str) -> Value:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if len(text) <= MAX_DIGITS and _INTEGER.fullmatch(text):
        return int(text)
    if len(text) <= MAX_DIGITS * 2 and _DECIMAL.fullmatch(text) and not text.isdigit():
        return plain_scalar(float(text))
    return clean(text)
