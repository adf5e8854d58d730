"""What a name means in one file: imports, aliases and made objects, followed in order of execution.

A value is a dotted name (a module, class or function), an Instance of a class, or UNKNOWN. Where
two ways through the code disagree, the value is UNKNOWN: no guess.
"""

from collections.abc import Iterable
from typing import NamedTuple

DEEPEST_PATH = 8
MOST_CLASSES = 50
LONGEST_NAME = 400


class Instance(NamedTuple):
    """An object made by calling the class `of`."""

    of: str


Value = str | Instance | None
UNKNOWN = None
NOTHING = Instance("")  # the value `None`: it says nothing against another value
Bindings = dict[str, Value]


class ClassNames:
    """One class of the file: its bases as resolved names, its methods, its `self` attributes."""

    def __init__(self, bases: tuple[str, ...], methods: frozenset[str]) -> None:
        self.bases = bases
        self.methods = methods
        self.attributes: Bindings = {}


class Names:
    """The names of one file. `chain` holds the bindings that are visible, innermost last."""

    def __init__(self) -> None:
        self.module: Bindings = {}
        self.chain: list[Bindings] = [self.module]
        self.classes: dict[str, ClassNames] = {}

    def bind(self, name: str, value: Value) -> None:
        """Bind a name in the innermost scope."""
        self.chain[-1][name] = value

    def lookup(self, name: str) -> Value:
        """Return what a name means here; a name that nobody binds stands for itself."""
        for bindings in reversed(self.chain):
            if name in bindings:
                return bindings[name]
        return name

    def is_bound(self, name: str) -> bool:
        """Tell whether anything in sight binds a name."""
        return any(name in bindings for bindings in self.chain)

    def fork(self) -> Bindings:
        """Open the bindings of one way through the code; `close` it, then `join` all ways."""
        own: Bindings = {}
        self.chain = [*self.chain, own]
        return own

    def close(self) -> None:
        """Leave the innermost bindings."""
        self.chain = self.chain[:-1]

    def join(self, ways: Iterable[Bindings]) -> None:
        """Bind what all ways agree on."""
        found: dict[str, list[Value]] = {}
        count = 0
        for way in ways:
            count += 1
            for name, value in way.items():
                found.setdefault(name, []).append(value)
        for name, values in found.items():
            if len(values) < count and self.is_bound(name):
                values.append(self.lookup(name))
            self.bind(name, agreed(values))

    def is_class(self, name: str) -> bool:
        """Tell whether a name is a class: of this file, or by the way it is written."""
        if name in self.classes:
            return True
        last = name[name.rfind(".") + 1 :].lstrip("_")
        return last[:1].isupper() and name[0] != "."

    def set_attribute(self, owner: Value, attribute: str, value: Value) -> None:
        """Keep `self.attribute = value` of a class of this file."""
        known = self.classes.get(owner.of) if isinstance(owner, Instance) else None
        if known is not None:
            before = known.attributes.get(attribute, NOTHING)
            known.attributes[attribute] = agreed((before, value))

    def attribute(self, owner: str, attribute: str) -> Value:
        """Return what an attribute of an instance is worth."""
        known = self.classes.get(owner)
        if known is None:
            return f"{owner}.{attribute}"
        if attribute in known.methods:
            return f"{owner}.{attribute}"
        return known.attributes.get(attribute, UNKNOWN)

    def member(self, owner: str, path: list[str]) -> str:
        """Return the name of what is called on an instance, `path` being attributes in order."""
        if len(path) > DEEPEST_PATH:
            return f".{path[-1]}"
        for step, attribute in enumerate(path[:-1]):
            if owner not in self.classes:
                return ".".join((owner, *path[step:]))
            value = self.attribute(owner, attribute)
            if isinstance(value, str):
                return ".".join((value, *path[step + 1 :]))
            if value is UNKNOWN or value == NOTHING:
                return f".{path[-1]}"
            owner = value.of
        return f"{self._home(owner, path[-1])}.{path[-1]}"

    def _home(self, owner: str, method: str) -> str:
        """Return the class that gives a method: of this file, or the only base from elsewhere."""
        queue, seen, elsewhere = [owner], {owner}, []
        for name in queue:
            known = self.classes.get(name)
            if known is None:
                elsewhere.append(name)
                continue
            if method in known.methods:
                return name
            fresh = [base for base in known.bases if base not in seen]
            seen.update(fresh)
            queue.extend(fresh)
            if len(queue) > MOST_CLASSES:
                return ""
        if not elsewhere:
            return owner
        return elsewhere[0] if len(elsewhere) == 1 else ""


def agreed(values: Iterable[Value]) -> Value:
    """Return the one value that all ways give, UNKNOWN where they differ."""
    found = {value for value in values if value != NOTHING}
    if not found:
        return NOTHING
    return found.pop() if len(found) == 1 else UNKNOWN
