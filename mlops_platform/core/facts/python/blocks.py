"""One file as blocks and call sites: who calls what, in which loop, function and statement.

Cheaper than the source index, and without its order of execution: a name means what it is bound to
anywhere in the file. Good enough for the practices of a training program, where names are few.
"""

import ast
from collections.abc import Iterator
from typing import NamedTuple

Function = ast.FunctionDef | ast.AsyncFunctionDef
Loop = ast.For | ast.AsyncFor | ast.While
_SKIPPED = frozenset(
    "ctx op ops kind type_comment is_async simple level annotation returns arg attr id name names"
    " asname module conversion type_ignores type_params".split()
)
_LEAVES = (ast.Name, ast.Constant)


class Block:
    """One list of statements, and the syntax that holds it; `parent` is None for the module."""

    __slots__ = ("body", "owner", "parent")

    def __init__(self, owner: ast.AST, body: list[ast.stmt], parent: "Block | None") -> None:
        self.owner = owner
        self.body = body
        self.parent = parent

    def around(self) -> Iterator["Block"]:
        """Yield this block and those that hold it, innermost first."""
        block: Block | None = self
        while block is not None:
            yield block
            block = block.parent

    @property
    def function(self) -> "Block | None":
        """The innermost function's block, None at module level."""
        return next((b for b in self.around() if isinstance(b.owner, Function)), None)

    @property
    def loop(self) -> "Block | None":
        """The innermost loop of the same function."""
        for block in self.around():
            if isinstance(block.owner, Function):
                return None
            if isinstance(block.owner, Loop):
                return block
        return None

    @property
    def class_name(self) -> str:
        """The innermost class's name, "" outside."""
        found = (b.owner.name for b in self.around() if isinstance(b.owner, ast.ClassDef))
        return next(found, "")

    def is_in(self, other: "Block") -> bool:
        """Tell whether this block is another one or stands in it."""
        return any(block is other for block in self.around())


class Site(NamedTuple):
    """One call, the statement that holds it, and the block of that statement."""

    node: ast.Call
    statement: ast.stmt
    block: Block

    @property
    def position(self) -> int:
        """The place of the statement in its block."""
        return next(i for i, each in enumerate(self.block.body) if each is self.statement)


class Binding(NamedTuple):
    """One assignment; `targets` has one expression, or several for `a = b = value`."""

    targets: tuple[ast.expr, ...]
    value: ast.expr
    statement: ast.stmt
    block: Block


class Layout:
    """Everything of one file that was collected in one walk, in order of the text."""

    def __init__(self) -> None:
        self.sites: list[Site] = []
        self.bindings: list[Binding] = []
        self.blocks: list[Block] = []
        self.statements: list[tuple[ast.stmt, Block]] = []
        self.strings: list[ast.Constant] = []
        self.imports: list[ast.Import | ast.ImportFrom] = []


def lay_out(module: ast.Module) -> Layout:
    """Walk a module once. Raises RecursionError where blocks nest too deeply."""
    layout = Layout()
    _enter(layout, Block(module, module.body, None))
    layout.sites.sort(key=_place)
    layout.strings.sort(key=_at)
    return layout


def _place(site: Site) -> tuple[int, int]:
    return site.node.lineno, site.node.col_offset


def _at(node: ast.Constant) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _enter(layout: Layout, block: Block) -> None:
    layout.blocks.append(block)
    for statement in block.body:
        layout.statements.append((statement, block))
        kind = type(statement)
        if kind is ast.Import or kind is ast.ImportFrom:
            layout.imports.append(statement)  # type: ignore[arg-type]
            continue
        bodies = _BODIES.get(kind)
        if kind is ast.Expr and type(statement.value) is ast.Constant:  # type: ignore[attr-defined]
            continue
        if bodies is None:
            _bind(layout, statement, block)
            _collect(layout, statement, _FIELDS[kind], block)
            continue
        _collect(layout, statement, _HEADERS[kind], block)
        for body in _inner(statement, bodies):
            _enter(layout, Block(statement, body, block))


def _inner(statement: ast.stmt, fields: tuple[str, ...]) -> Iterator[list[ast.stmt]]:
    for field in fields:
        for part in getattr(statement, field):
            if type(part) is ast.ExceptHandler or type(part) is ast.match_case:
                yield part.body
            else:
                yield getattr(statement, field)
                break


def _bind(layout: Layout, statement: ast.stmt, block: Block) -> None:
    kind = type(statement)
    if kind is ast.Assign:
        targets = tuple(statement.targets)  # type: ignore[attr-defined]
        layout.bindings.append(Binding(targets, statement.value, statement, block))  # type: ignore[attr-defined]
    elif kind is ast.AnnAssign and statement.value is not None:  # type: ignore[attr-defined]
        layout.bindings.append(
            Binding((statement.target,), statement.value, statement, block)  # type: ignore[attr-defined]
        )


def _collect(layout: Layout, statement: ast.stmt, fields: tuple[str, ...], block: Block) -> None:
    """Note the calls and strings of a statement's own expressions, without recursion."""
    stack: list[ast.AST] = []
    push, extend, pop = stack.append, stack.extend, stack.pop
    node: ast.AST = statement
    while True:
        for field in fields:
            child = getattr(node, field)
            if child is None:
                continue
            if type(child) is list:
                if child:
                    extend(child)
            elif type(child) is not ast.Name:
                push(child)
        if not stack:
            return
        node = pop()
        kind = type(node)
        fields = _FIELDS.get(kind, ())
        if kind is ast.Call:
            layout.sites.append(Site(node, statement, block))  # type: ignore[arg-type]
        elif kind is ast.Constant and type(node.value) is str:  # type: ignore[attr-defined]
            layout.strings.append(node)  # type: ignore[arg-type]


def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    return tuple(f for f in getattr(kind, "_fields", ()) if f not in _SKIPPED)


_FIELDS: dict[type[ast.AST], tuple[str, ...]] = {
    kind: () if kind in _LEAVES else _fields(kind)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
_BODIES: dict[type[ast.AST], tuple[str, ...]] = {
    ast.FunctionDef: ("body",),
    ast.AsyncFunctionDef: ("body",),
    ast.ClassDef: ("body",),
    ast.For: ("body", "orelse"),
    ast.AsyncFor: ("body", "orelse"),
    ast.While: ("body", "orelse"),
    ast.If: ("body", "orelse"),
    ast.With: ("body",),
    ast.AsyncWith: ("body",),
    ast.Try: ("body", "handlers", "orelse", "finalbody"),
    ast.TryStar: ("body", "handlers", "orelse", "finalbody"),
    ast.Match: ("cases",),
}
_HEADERS: dict[type[ast.AST], tuple[str, ...]] = {
    kind: tuple(f for f in _FIELDS[kind] if f not in bodies) for kind, bodies in _BODIES.items()
}
