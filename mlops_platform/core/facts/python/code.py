"""One file or notebook as practices are read from it: its calls by name, and where they stand.

A call is named by the imports of the whole file (`np.load` is `numpy.load`), and by what a variable
was made with: after `scaler = StandardScaler()`, `scaler.fit` belongs to that class. Where a
variable was made in several ways, all of them are possible.
"""

import ast
from collections.abc import Iterator
from functools import cached_property

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.blocks import Block, Layout, Site, lay_out
from mlops_platform.core.facts.python.call_parts import receiver, spelled
from mlops_platform.core.facts.python.statements import absolute

MOST_CALLS = 500


class Code:
    """One parsed file. `cells` are a notebook's first lines with cell numbers; `fits` train."""

    def __init__(
        self,
        path: str,
        module: ast.Module,
        source: bytes,
        *,
        package: str = "",
        cells: tuple[tuple[int, int], ...] = (),
    ) -> None:
        self.path = path
        self.source = source
        self.layout: Layout = lay_out(module)
        self.module = module
        self.fits: tuple[Site, ...] = ()
        self.local_imports: tuple[str, ...] = ()
        self._names: dict[ast.Attribute, str] = {}
        self._package = package
        self._cells = cells

    @property
    def is_notebook(self) -> bool:
        """Whether this is a notebook."""
        return bool(self._cells) or self.path.endswith(".ipynb")

    def at(self, node: ast.AST, note: str = "") -> Evidence:
        """Say where a piece of syntax stands."""
        line = getattr(node, "lineno", 1)
        if not self._cells:
            return Evidence(path=self.path, line=line, note=note)
        start, cell = max((c for c in self._cells if c[0] <= line), default=self._cells[0])
        return Evidence(path=self.path, cell=cell, line=max(1, line - start + 1), note=note)

    def shown(self, node: ast.AST) -> str:
        """Say in words where a piece of syntax stands, for a note about another place."""
        place = self.at(node)
        cell = f", cell {place.cell}," if place.cell else ""
        return f"{place.path}{cell} line {place.line}"

    def last_line_of_cell(self, node: ast.stmt) -> bool:
        """Tell whether a statement is the last of its cell, whose value a notebook shows."""
        if not self._cells or not any(node is each for each in self.module.body):
            return False
        end = node.end_lineno or node.lineno
        bounds = [start for start, _ in self._cells if start > node.lineno]
        following = min(bounds, default=None)
        return not any(
            other.lineno > end and (following is None or other.lineno < following)
            for other in self.module.body
        )

    def mentions(self, *words: str) -> bool:
        """Tell whether the text holds one of these words anywhere."""
        return any(word.encode() in self.source for word in words)

    @cached_property
    def aliases(self) -> dict[str, str]:
        """What imports bring in: local name to dotted name."""
        found: dict[str, str] = {}
        for statement in self.layout.imports:
            if isinstance(statement, ast.Import):
                for alias in statement.names:
                    first = alias.name.partition(".")[0]
                    found[alias.asname or first] = alias.name if alias.asname else first
            else:
                origin = absolute(self._package, statement.module or "", statement.level)
                for alias in statement.names:
                    found[alias.asname or alias.name] = f"{origin}.{alias.name}"
        return found

    @cached_property
    def modules(self) -> frozenset[str]:
        """The top-level modules that absolute imports name."""
        found: set[str] = set()
        for statement in self.layout.imports:
            if isinstance(statement, ast.Import):
                found.update(alias.name.partition(".")[0] for alias in statement.names)
            elif not statement.level and statement.module:
                found.add(statement.module.partition(".")[0])
        return frozenset(found)

    @cached_property
    def by_last_name(self) -> dict[str, list[Site]]:
        """All calls by the last word of their name."""
        found: dict[str, list[Site]] = {}
        aliases = self.aliases
        for site in self.layout.sites:
            function = site.node.func
            if type(function) is ast.Attribute:
                last = function.attr
            elif type(function) is ast.Name:
                last = aliases.get(function.id, function.id).rpartition(".")[2]
            else:
                continue
            found.setdefault(last, []).append(site)
        return found

    def calls(self, *lasts: str) -> Iterator[Site]:
        """Yield the calls whose name ends in one of these words, in order of the text.

        Of each word the first 500 only: readers compare calls with each other.
        """
        known = self.by_last_name
        found = [known[last][:MOST_CALLS] for last in lasts if last in known]
        if len(found) == 1:
            yield from found[0]
        elif found:
            yield from sorted((site for sites in found for site in sites), key=_position)

    def has_call(self, *lasts: str) -> bool:
        """Tell whether anything of these last words is called."""
        return any(last in self.by_last_name for last in lasts)

    def name(self, node: ast.expr) -> str:
        """Return the dotted name of a function or class; ".x" for a method of something unknown."""
        if type(node) is ast.Name:
            return self.aliases.get(node.id, node.id)
        if type(node) is not ast.Attribute:
            return ""
        if node not in self._names:
            self._names[node] = self._name(node)
        return self._names[node]

    def _name(self, node: ast.Attribute) -> str:
        path = spelled(node)
        head, _, rest = path.partition(".")
        if head in self.aliases:
            return f"{self.aliases[head]}.{rest}"
        return f".{node.attr}"

    @cached_property
    def _makers(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for binding in self.layout.bindings:
            value = binding.value
            maker = self.name(value.func) if isinstance(value, ast.Call) else ""
            for target in binding.targets:
                key = spelled(target)
                if key:
                    found.setdefault(key, set()).add(maker)
        return found

    def makers(self, node: ast.expr) -> frozenset[str]:
        """Return the names of all that a variable was made with, "" standing for anything else."""
        if isinstance(node, ast.Call):
            return frozenset({self.name(node.func)})
        return frozenset(self._makers.get(spelled(node), ()))

    def owners(self, site: Site) -> frozenset[str]:
        """Return what the object was made with whose method a call is."""
        function = site.node.func
        return self.makers(function.value) if isinstance(function, ast.Attribute) else frozenset()

    @cached_property
    def _compiled(self) -> frozenset[str]:
        return frozenset(receiver(site) for site in self.calls("compile"))

    def is_compiled(self, site: Site) -> bool:
        """Tell whether the object of a call, or one that a function here gave, is compiled."""
        name = receiver(site)
        if not name or name in self._compiled:
            return bool(name)
        makers = {owner.rpartition(".")[2] for owner in self.owners(site)}
        return bool(self._compiled) and not makers.isdisjoint(self.functions)

    @cached_property
    def functions(self) -> dict[str, list[Block]]:
        """The blocks of functions and methods by their plain name."""
        found: dict[str, list[Block]] = {}
        for block in self.layout.blocks:
            if isinstance(block.owner, ast.FunctionDef | ast.AsyncFunctionDef):
                found.setdefault(block.owner.name, []).append(block)
        return found

    def sites_in(self, block: Block) -> Iterator[Site]:
        """Yield the calls of a block and of all blocks in it."""
        return (site for site in self.layout.sites if site.block.is_in(block))


def _position(site: Site) -> tuple[int, int]:
    return site.node.lineno, site.node.col_offset
