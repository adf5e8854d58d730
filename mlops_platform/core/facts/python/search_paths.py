"""Folders of the repository that a file puts on `sys.path`, worked out from its own expressions.

What starts at `__file__` is exact. What starts at the working directory is taken as seen from the
repository's root, or from the file's folder where it begins with `..`.
"""

import ast
import posixpath
from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.core.facts.python.literals import literal
from mlops_platform.core.facts.python.local_modules import LocalModules, folder_of
from mlops_platform.core.facts.python.notes import ROOT_SETTERS, SEARCH_PATHS, Notes
from mlops_platform.core.facts.python.resolution import called

_SAME = frozenset(
    "os.path.abspath os.path.realpath os.path.normpath os.path.relpath os.path.expanduser os.fspath"
    " str pathlib.Path pathlib.PurePath pathlib.PosixPath".split()
)
_SAME_METHODS = frozenset({"resolve", "absolute", "as_posix", "expanduser", "__str__"})
_HERE = frozenset({"os.getcwd", "pathlib.Path.cwd", "os.getcwdb"})
_DEEPEST = 12
_MOST_PATHS = 50


class _Place(NamedTuple):
    """A path; relative to the root if it is anchored, else to wherever the program was started."""

    text: str
    is_anchored: bool


def read_search_paths(notes: Notes, path: str, modules: LocalModules) -> tuple[str, ...]:
    """Return the folders that a file adds, in order, as far as they hold modules."""
    at_root = any(kept.name in ROOT_SETTERS for kept in notes.kept)
    added = [
        kept.node.args[-1] for kept in notes.kept if kept.name in SEARCH_PATHS and kept.node.args
    ]
    places = (_Evaluation(notes, path).place(expression) for expression in added[:_MOST_PATHS])
    folders = (_folder(place, path, modules) for place in places if place is not None)
    found = (*([""] if at_root else []), *folders)
    return tuple(dict.fromkeys(folder for folder in found if folder is not None))


def _folder(place: _Place, path: str, modules: LocalModules) -> str | None:
    own = folder_of(path)
    starts = [""] if place.is_anchored else [own] if place.text.startswith("..") else ["", own]
    for start in starts:
        folder = posixpath.normpath(posixpath.join(start, place.text))
        folder = "" if folder == "." else folder
        if folder in modules.folders:
            return folder
    return None


class _Evaluation:
    """Evaluates path expressions of one file."""

    def __init__(self, notes: Notes, path: str) -> None:
        self._notes = notes
        self._path = path

    def place(self, expression: ast.expr, depth: int = 0) -> _Place | None:
        """Return the place that an expression means, None where that cannot be told."""
        evaluate = _EVALUATIONS.get(type(expression))
        return evaluate(self, expression, depth + 1) if evaluate and depth < _DEEPEST else None

    def name(self, node: ast.Name, depth: int) -> _Place | None:
        """Evaluate `__file__`, or what the file assigned to a name."""
        if node.id == "__file__":
            return _Place(self._path, is_anchored=True)
        assigned = self._notes.assigned.get(node.id)
        return self.place(assigned, depth) if assigned is not None else None

    def constant(self, node: ast.Constant, _depth: int) -> _Place | None:
        """Evaluate a literal path."""
        is_relative = isinstance(node.value, str) and not node.value.startswith(("/", "~"))
        return (
            _Place(str(node.value).replace("\\", "/"), is_anchored=False) if is_relative else None
        )

    def attribute(self, node: ast.Attribute, depth: int) -> _Place | None:
        """Evaluate `path.parent`."""
        return _parent(self.place(node.value, depth)) if node.attr == "parent" else None

    def subscript(self, node: ast.Subscript, depth: int) -> _Place | None:
        """Evaluate `path.parents[1]`."""
        above, position = node.value, node.slice
        if not isinstance(above, ast.Attribute) or above.attr != "parents":
            return None
        steps = literal(position)
        if not isinstance(steps, int) or not 0 <= steps < _DEEPEST:
            return None
        place = self.place(above.value, depth)
        for _ in range(steps + 1):
            place = _parent(place)
        return place

    def operation(self, node: ast.BinOp, depth: int) -> _Place | None:
        """Evaluate `folder / "src"` and `folder + "/src"`."""
        left, right = self.place(node.left, depth), node.right
        if left is None or not isinstance(right, ast.Constant) or not isinstance(right.value, str):
            return None
        if isinstance(node.op, ast.Add):
            return left._replace(text=left.text + right.value)
        return _joined(left, right.value) if isinstance(node.op, ast.Div) else None

    def call(self, node: ast.Call, depth: int) -> _Place | None:
        """Evaluate the path functions of `os.path` and `pathlib`."""
        function = node.func
        name = called(self._notes.names, function)
        if name in _HERE:
            return _Place("", is_anchored=False)
        if name == "os.path.join" or name.endswith(".joinpath"):
            start, *rest = self._join_parts(node, name)
            return self._join(self.place(start, depth), rest)
        if isinstance(function, ast.Attribute) and function.attr in _SAME_METHODS:
            return self.place(function.value, depth)
        if not node.args:
            return _Place("", is_anchored=False) if name == "pathlib.Path" else None
        if name == "os.path.dirname":
            return _parent(self.place(node.args[0], depth))
        return self.place(node.args[0], depth) if name in _SAME else None

    def _join_parts(self, node: ast.Call, name: str) -> list[ast.expr]:
        is_method = name != "os.path.join" and isinstance(node.func, ast.Attribute)
        first = [node.func.value] if is_method and isinstance(node.func, ast.Attribute) else []
        return [*first, *node.args] or [ast.Constant(value=None)]

    def _join(self, start: _Place | None, rest: list[ast.expr]) -> _Place | None:
        if len(rest) > _MOST_PATHS:
            return None
        for part in rest:
            text = part.value if isinstance(part, ast.Constant) else None
            if isinstance(part, ast.Attribute):
                text = {"os.pardir": "..", "os.curdir": "."}.get(called(self._notes.names, part))
            if start is None or not isinstance(text, str):
                return None
            start = _joined(start, text)
        return start


def _parent(place: _Place | None) -> _Place | None:
    if place is None:
        return None
    if not place.is_anchored and posixpath.normpath(place.text) in {".", ".."}:
        return _joined(place, "..")
    return place._replace(text=posixpath.dirname(posixpath.normpath(place.text)))


def _joined(place: _Place, text: str) -> _Place:
    return place._replace(text=posixpath.join(place.text, text.replace("\\", "/")))


_EVALUATIONS: dict[type[ast.expr], Callable[..., _Place | None]] = {
    ast.Name: _Evaluation.name,
    ast.Constant: _Evaluation.constant,
    ast.Attribute: _Evaluation.attribute,
    ast.Subscript: _Evaluation.subscript,
    ast.BinOp: _Evaluation.operation,
    ast.Call: _Evaluation.call,
}
