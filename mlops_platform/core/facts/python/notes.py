"""What the visit of one file writes down: facts in their final form, and syntax to look at again.

`kept` and `indexes` are the places that tell of arguments or of the environment. Nothing here
outlives the reading of its file.
"""

import ast
from typing import NamedTuple

from mlops_platform.core.facts.python.literals import Literal, literal, place, string
from mlops_platform.core.facts.python.names import Instance, Names
from mlops_platform.core.facts.python.resolution import (
    called,
    is_module_name,
    literal_module,
    made_here,
)
from mlops_platform.core.facts.python.source_file import Call, Definition, Import

Function = ast.FunctionDef | ast.AsyncFunctionDef
IMPORTERS = frozenset({"importlib.import_module", "__import__", "pytest.importorskip"})
# Last words of the calls that declare arguments and commands, or read the environment.
KEPT = frozenset(
    "add_argument add_arguments parse_args_into_dataclasses HfArgumentParser Fire run input get"
    " getenv config mark_flag_as_required mark_flags_as_required set_defaults add_typer"
    " add_command add_parser".split()
)
SEARCH_PATHS = frozenset({"sys.path.append", "sys.path.insert", "site.addsitedir"})
# They look for the root of the project and put it on `sys.path`.
ROOT_SETTERS = frozenset({"rootutils.setup_root", "pyrootutils.setup_root"})
_PATH_SETTERS = SEARCH_PATHS | ROOT_SETTERS
FLAGS = "DEFINE_"
ENVIRONMENT = "os.environ"
LONGEST_CALL_LIST = 100


class KeptCall(NamedTuple):
    """One call whose syntax is looked at again."""

    name: str
    node: ast.Call
    scope: str
    is_guarded: bool


class KeptIndex(NamedTuple):
    """One index into `sys.argv` or `os.environ`; `is_guarded` where the code can do without."""

    name: str
    node: ast.Subscript
    scope: str
    is_guarded: bool


class Notes:
    """The notes on one file; `scope`, guards and conditions follow the visit.

    Under a guard the code asks first, or catches the failure; a condition is any other `if`.
    `looped` holds the literal texts that the targets of the loops around go through, `made` the
    names that what calls return is given; `mentioned` are names that stand for themselves, as
    opposed to those that are called.
    """

    def __init__(self, names: Names, package: str, *, watches_arguments: bool) -> None:
        self.names = names
        self.package = package
        self.watches_arguments = watches_arguments
        self.scope = ""
        self.guards = 0
        self.conditions = 0
        self.import_guards = 0
        self.imports: list[Import] = []
        self.calls: list[Call] = []
        self.strings: list[tuple[str, int]] = []
        self.definitions: list[Definition] = []
        self.nodes: dict[str, Function | ast.ClassDef] = {}
        self.kept: list[KeptCall] = []
        self.indexes: list[KeptIndex] = []
        self.tested: set[str] = set()
        self.assigned: dict[str, ast.expr] = {}
        self.made: dict[ast.Call, str] = {}
        self.looped: dict[str, tuple[str, ...]] = {}
        self.mentioned: set[str] = set()
        self._unsettled: list[tuple[int, str, list[str]]] = []

    def imported(self, module: str, name: str | None, level: int, line: int) -> None:
        """Note one import; whether it is local is told when all files are known."""
        is_guarded = self.import_guards > 0
        is_conditional = self.conditions > 0
        self.imports.append(
            Import(module, name, level, line, is_guarded, False, self.scope, is_conditional)
        )

    def define(self, definition: Definition, node: Function | ast.ClassDef) -> None:
        """Note a function or class; its syntax is kept while the file is read."""
        self.definitions.append(definition)
        self.nodes[definition.name] = node

    def call(self, node: ast.Call) -> None:
        """Note one call by its resolved name; one without any name is left out."""
        function = node.func
        name = called(self.names, function)
        if not name:
            self._keep_registration(node)
            return
        last = name[name.rfind(".") + 1 :]
        if last in KEPT or last.startswith(FLAGS) or name in _PATH_SETTERS:
            is_guarded = self.guards > 0 or self.conditions > 0
            self.kept.append(KeptCall(name, node, self.scope, is_guarded))
        if name in IMPORTERS:
            self._import_by_call(name, node)
        if type(function) is ast.Attribute and type(function.value) is ast.Attribute:
            self._settle_later(function.value, function.attr)
        text = None
        for argument in node.args[:LONGEST_CALL_LIST]:
            if type(argument) is ast.Constant and type(argument.value) is str:
                text = string(argument)
                break
        keywords = _keywords(node.keywords) if node.keywords else ()
        self.calls.append(Call(name, node.lineno, text, keywords, self.scope))

    def index(self, node: ast.Subscript, name: str) -> None:
        """Note one index into the program's arguments or environment."""
        is_guarded = self.guards > 0 or (name == ENVIRONMENT and self.conditions > 0)
        self.indexes.append(KeptIndex(name, node, self.scope, is_guarded))

    def text(self, text: str, line: int) -> None:
        """Note a literal string if it looks like a path or an address."""
        found = place(text)
        if found is not None:
            self.strings.append((found, line))

    def settle(self) -> None:
        """Name the calls on `self.attribute` again, now that every method was seen."""
        for position, owner, path in self._unsettled:
            name = self.names.member(owner, path)
            if name != self.calls[position].name:
                self.calls[position] = self.calls[position]._replace(name=name)

    def _keep_registration(self, node: ast.Call) -> None:
        """Keep `app.command("train")(fit)`, although what is called has no name."""
        function = node.func.func if type(node.func) is ast.Call else None
        if type(function) is ast.Attribute and function.attr == "command":
            self.kept.append(KeptCall("", node, self.scope, False))

    def _settle_later(self, middle: ast.Attribute, method: str) -> None:
        if type(middle.value) is not ast.Name:
            return
        if made_here(self.names, middle.value, [middle.attr, method]):
            return
        owner = self.names.lookup(middle.value.id)
        if isinstance(owner, Instance) and owner.of in self.names.classes:
            self._unsettled.append((len(self.calls), owner.of, [middle.attr, method]))

    def _import_by_call(self, name: str, node: ast.Call) -> None:
        is_guarded = self.import_guards > 0 or name == "pytest.importorskip"
        for module in self._modules(node):
            self.imports.append(Import(module, None, 0, node.lineno, is_guarded, False, self.scope))

    def _modules(self, node: ast.Call) -> tuple[str, ...]:
        first = node.args[0] if node.args else None
        if type(first) is ast.Name and first.id in self.looped:
            return tuple(text for text in self.looped[first.id] if is_module_name(text))
        module = literal_module(node)
        return (module,) if module else ()


def _keywords(keywords: list[ast.keyword]) -> tuple[tuple[str, Literal], ...]:
    return tuple(
        (keyword.arg, literal(keyword.value))
        for keyword in keywords[:LONGEST_CALL_LIST]
        if keyword.arg is not None
    )
