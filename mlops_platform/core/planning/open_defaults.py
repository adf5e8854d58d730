"""Arguments without default that the code cannot do without: keys of a dispatcher, folds.

`--model` may be left out for argparse, and then `MODELS[None]` fails. Which keys there are stands
in a dictionary, which folds there are in a column.
"""

import ast
import csv
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.python.syntax import UnparsableError, parse
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.facts.text.texts import read_bytes, read_head
from mlops_platform.core.planning.planning_facts import PlanningFacts, source_of
from mlops_platform.core.planning.started_files import reached_files

_FOLD = re.compile(r"(?:k_?)?folds?", re.IGNORECASE)
_HEAD_BYTES = 256 * 1024
MOST_KEYS = 200


class OpenDefault(NamedTuple):
    """A value for an argument that has none, and where it was found."""

    argument: str
    value: str
    where: str


def open_defaults(path: str, line: str, facts: PlanningFacts) -> tuple[OpenDefault, ...]:
    """Return values for the arguments of a file that a command leaves open and the code needs."""
    file = source_of(facts, path)
    names = [
        argument.name
        for argument in (file.arguments if file else ())
        if argument.default is None
        and not argument.is_required
        and argument.name.startswith("--")
        and argument.parser == "argparse"
        and not re.search(rf"{re.escape(argument.name)}\b", line)
    ]
    if file is None or not names:
        return ()
    keys = _keys_by_index(file, facts)
    asked_for = _asked_for(_tree(path, facts))
    open_names = [name for name in dict.fromkeys(names) if _bare(name) not in asked_for]
    found = (_value(name, path, keys, facts) for name in open_names)
    return tuple(each for each in found if each is not None)


def _value(
    name: str, path: str, keys: Mapping[str, tuple[str, ...]], facts: PlanningFacts
) -> OpenDefault | None:
    bare = _bare(name)
    if keys.get(bare):
        return OpenDefault(
            name, _likeliest(keys[bare], path), "the dictionary that it is looked up in"
        )
    return _fold(name, facts) if _FOLD.fullmatch(bare) else None


def _bare(name: str) -> str:
    return name.strip("-").replace("-", "_")


def _asked_for(tree: ast.Module | None) -> set[str]:
    """Return the names that conditions ask for: the code can do without their values."""
    tests: list[ast.expr] = []
    for node in ast.walk(tree or ast.Module(body=[], type_ignores=[])):
        if isinstance(node, ast.If | ast.IfExp | ast.While):
            tests.append(node.test)
        elif isinstance(node, ast.BoolOp):
            tests.append(node)
    return {
        _last_name(part)
        for test in tests
        for part in ast.walk(test)
        if isinstance(part, ast.Name | ast.Attribute)
    }


def _likeliest(keys: tuple[str, ...], path: str) -> str:
    """Return the one key that the file's name spells (`xb` of le_xgboost), else the first."""
    stem = path.rpartition("/")[2].removesuffix(".py").lower()
    spelled = [key for key in keys if _is_within(key.lower(), stem)]
    return spelled[0] if len(spelled) == 1 else keys[0]


def _is_within(key: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in key)


def _keys_by_index(file: SourceFile, facts: PlanningFacts) -> dict[str, tuple[str, ...]]:
    """Return the keys of dictionaries by the name that the file looks them up with."""
    trees = {each.path: _tree(each.path, facts) for each in reached_files([file.path], facts)}
    dictionaries: dict[str, tuple[str, ...]] = {}
    for tree in trees.values():
        dictionaries |= dict(_dictionaries(tree)) if tree else {}
    found: dict[str, tuple[str, ...]] = {}
    for node in ast.walk(trees.get(file.path) or ast.Module(body=[], type_ignores=[])):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
            keys = dictionaries.get(_last_name(node.value))
            index = _last_name(node.slice)
            if keys and index:
                found.setdefault(index, keys)
    return found


def _tree(path: str, facts: PlanningFacts) -> ast.Module | None:
    source = read_bytes(facts.checkout, path)
    if isinstance(source, UnreadFile):
        return None
    try:
        return parse(source)
    except UnparsableError:
        return None


def _dictionaries(tree: ast.Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Dict):
            continue
        keys = [key.value for key in node.value.keys if isinstance(key, ast.Constant)]
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if 0 < len(keys) <= MOST_KEYS and all(isinstance(key, str) for key in keys):
            yield from ((name, tuple(map(str, keys))) for name in names)


def _last_name(node: ast.expr) -> str:
    """Return `MODELS` of `dispatcher.MODELS`, `model` of `model` or `args.model`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _fold(name: str, facts: PlanningFacts) -> OpenDefault | None:
    """Return the lowest number in a column of folds of the repository's own tables."""
    for data in facts.profile.datasets:
        if data.is_pointer or data.format not in {"csv", "tsv"}:
            continue
        head = read_head(facts.checkout, data.path, _HEAD_BYTES)
        if isinstance(head, UnreadFile):
            continue
        lines = head.decode("utf-8", "replace").splitlines()[:-1]
        rows = _rows(lines, "\t" if data.format == "tsv" else ",")
        place = next((i for i, c in enumerate(rows[0] if rows else ()) if _FOLD.fullmatch(c)), None)
        if place is None:
            continue
        values = {row[place] for row in rows[1:] if len(row) > place}
        if values and all(value.isdigit() for value in values):
            lowest = min(values, key=int)
            return OpenDefault(name, lowest, f"column {rows[0][place][:40]} of {data.path}")
    return None


def _rows(lines: list[str], delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []
