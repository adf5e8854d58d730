"""What is known of frameworks: the roles of their functions and classes, read from a data file."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

LONGEST_NAME = 200
_FILE = Path(__file__).with_name("knowledge.toml")


class Knowledge(NamedTuple):
    """Names by what they do; `purposes` maps a learner to what its statistics are for."""

    purposes: Mapping[str, str]
    groups: Mapping[str, frozenset[str]]

    def is_in(self, group: str, name: str) -> bool:
        """Tell whether a name stands in a group, such as `splits.folds`."""
        return name in self.groups[group]

    def is_under(self, group: str, name: str) -> bool:
        """Tell whether a name is one of a group or lies in one."""
        return len(name) <= LONGEST_NAME and _lies_in(self.groups[group], name)

    def is_method(self, group: str, name: str) -> bool:
        """Tell whether a bare name of a method stands in a group."""
        return name in self.groups[f"methods.{group}"]

    def is_model(self, name: str) -> bool:
        """Tell whether a name is that of a class of a library of models."""
        last = name.rpartition(".")[2]
        return self.is_under("models.packages", name) and last[:1].isupper()

    def starred(self, module: str, name: str) -> str | None:
        """Return the full name of something that `from module import *` is known to bring."""
        full = f"{module}.{name}"
        is_known = full in self.purposes or any(full in names for names in self.groups.values())
        return full if is_known else None


@lru_cache(maxsize=16_384)
def _lies_in(names: frozenset[str], name: str) -> bool:
    parts = name.split(".")
    return any(".".join(parts[:end]) in names for end in range(1, len(parts) + 1))


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """Read the data file, once."""
    document = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    purposes = {
        name: purpose for purpose, names in document["learners"].items() for name in names.split()
    }
    groups = {
        f"{section}.{group}": frozenset(names.split())
        for section, entries in document.items()
        if isinstance(entries, dict) and section != "learners"
        for group, names in entries.items()
    }
    return Knowledge(purposes=purposes, groups=groups)


def canonical(name: str) -> str:
    """Return the one spelling of a name that libraries offer under several."""
    for spelled in ("tensorflow.keras", "tensorflow.python.keras", "tf_keras"):
        if name == spelled or name.startswith(f"{spelled}."):
            return f"keras{name.removeprefix(spelled)}"
    return name
