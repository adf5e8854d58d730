"""Reads `.mlops-platform.yaml`, what a repository states about itself."""

from collections.abc import Collection, Iterator
from typing import NamedTuple, TypeVar

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.declaration import PATH, Declaration, StatedEntryPoint, Waiver
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.text.documents import Document, Value, mapping_at
from mlops_platform.core.facts.text.texts import shown
from mlops_platform.core.facts.text.yaml_documents import read_yaml_documents

KEYS = frozenset({"training", "evaluation", "target", "waivers"})
MOST_ITEMS = 100
MOST_MISTAKES = 20
LONGEST = 300
FILE_BYTES = 64 << 10

T = TypeVar("T")


class _Item(NamedTuple):
    """One item of a list; `line` is where it stands."""

    value: Value
    line: int


def read_declaration(
    checkout: Checkout, files: Collection[str], rules: Collection[str]
) -> Declaration:
    """Read what is stated. `files` are the paths there are, `rules` the claims by `asset/rule`.

    What is wrong is named and left out; the rest counts.
    """
    if PATH not in files:
        return Declaration()
    documents = read_yaml_documents(checkout, PATH, FILE_BYTES)
    if isinstance(documents, UnreadFile):
        return Declaration(mistakes=(Evidence(path=PATH, note=documents.reason),))
    return _Reading(documents[0], files, rules).declaration()


class _Reading:
    """One file being read; keeps the mistakes that were met."""

    def __init__(self, document: Document, files: Collection[str], rules: Collection[str]) -> None:
        self._document = document
        self._stated = mapping_at(document.value)
        self._files = files
        self._rules = rules
        self._mistakes: list[Evidence] = []

    def declaration(self) -> Declaration:
        """Read every key."""
        if not isinstance(self._document.value, dict | None):
            self._note(1, "the file is no mapping")
        for key in sorted(self._stated.keys() - KEYS):
            line = self._document.line(key) or 1
            self._note(line, f"the key {shown(key)[:LONGEST]} is not known, and has no effect")
        read = {
            "training": self._entry_points("training"),
            "evaluation": self._entry_points("evaluation"),
            "target": self._target(),
            "waivers": self._waivers(),
        }
        return Declaration.model_validate(
            {**read, "mistakes": sorted(self._mistakes, key=_by_line)[:MOST_MISTAKES]}
        )

    def _entry_points(self, key: str) -> list[StatedEntryPoint]:
        found = []
        for item in self._items(key):
            path, command = _text(item.value, "path"), _text(item.value, "command")
            if not path or not command:
                self._note(item.line, f"an item of {key} needs a path and a command, as text")
            elif path not in self._files:
                self._note(item.line, f"there is no file {path}")
            else:
                found.append(StatedEntryPoint(path=path, command=command, line=item.line))
        return found

    def _target(self) -> str | None:
        target = self._stated.get("target")
        if target is None or (isinstance(target, str) and 0 < len(target) <= LONGEST):
            return target
        self._note(self._document.line("target") or 1, "target is no name of a column")
        return None

    def _waivers(self) -> list[Waiver]:
        found: dict[str, Waiver] = {}
        for item in self._items("waivers"):
            rule, reason = _text(item.value, "rule"), _text(item.value, "reason")
            if not rule or not reason:
                self._note(item.line, "a waiver needs a rule and a reason, as text")
            elif rule not in self._rules:
                self._note(item.line, f"there is no claim {rule} to waive; write section/claim")
            else:
                found.setdefault(rule, Waiver(rule=rule, reason=reason, line=item.line))
        return list(found.values())

    def _items(self, key: str) -> Iterator[_Item]:
        items = self._stated.get(key)
        if items is None:
            return
        if not isinstance(items, list):
            self._note(self._document.line(key) or 1, f"{key} is no list")
            return
        for number, value in enumerate(items[:MOST_ITEMS]):
            yield _Item(value, self._document.line(key, number) or 1)

    def _note(self, line: int, what: str) -> None:
        self._mistakes.append(Evidence(path=PATH, line=line, note=what))


def _text(value: Value, key: str) -> str:
    """Return a text of bounded length, "" for anything else."""
    found = mapping_at(value).get(key)
    return found.strip() if isinstance(found, str) and len(found) <= LONGEST else ""


def _by_line(mistake: Evidence) -> tuple[int, str]:
    return (mistake.line or 0, mistake.note)
