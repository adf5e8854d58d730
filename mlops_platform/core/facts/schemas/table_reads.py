"""Tables that code reads as they lie in the repository: `pd.read_csv("data/train.csv")`.

Only a path that stands there as a text, or as a constant of the file, tells which table is read.
"""

import ast
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import given, may_hold_more
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.schemas.declared_schema import table_named

DELIMITERS = {"read_csv": ",", "read_table": "\t", "read_parquet": "", "read_excel": ""}
PATHS = ("filepath_or_buffer", "filename", "path", "io")
LIBRARIES = ("pandas.", "great_expectations.")

MOST_READS = 200
"""Of one file, and as many uses of what was read."""

PLAIN = frozenset({*PATHS, "sep", "delimiter", "encoding", "encoding_errors", "engine"}) | {
    *(
        "low_memory",
        "memory_map",
        "compression",
        "float_precision",
        "cache_dates",
        "storage_options",
    )
}
"""Arguments that leave columns and cells as they are."""


class TableRead(NamedTuple):
    """One call that reads a table of the repository, and what parts its cells for this call."""

    table: str
    delimiter: str
    site: Site


def table_reads(code: Code, tables: Collection[str]) -> Iterator[TableRead]:
    """Yield the reads of known tables, in order of the text."""
    for site in islice(code.calls(*DELIMITERS), MOST_READS):
        read = read_of(code, site, tables)
        if read is not None:
            yield read


def read_of(code: Code, site: Site, tables: Collection[str]) -> TableRead | None:
    """Return what a call reads, None where that is no table of the repository."""
    call, name = site.node, code.name(site.node.func)
    if not name.startswith(LIBRARIES) or may_hold_more(call) or len(call.args) > 1:
        return None
    last = name.rpartition(".")[2]
    path = _text(code, call.args[0] if call.args else given(call, *PATHS))
    table = table_named(path, code.path, tables) if path else ""
    if last not in DELIMITERS or not table:
        return None
    said = given(call, "sep", "delimiter")
    delimiter = DELIMITERS[last] if said is None else _text(code, said)
    return None if said is not None and not delimiter else TableRead(table, delimiter, site)


def is_plain(read: TableRead) -> bool:
    """Tell whether a call gives the table as it is."""
    return PLAIN.issuperset(each.arg for each in read.site.node.keywords)


def constant(code: Code, node: ast.expr | None) -> ast.expr | None:
    """Return the expression that a name stands for where its file binds it once, at its top."""
    if not isinstance(node, ast.Name):
        return node
    found = [
        binding.value
        for binding in code.layout.bindings
        if binding.block.owner is code.module
        and any(isinstance(each, ast.Name) and each.id == node.id for each in binding.targets)
    ]
    return found[0] if len(found) == _bindings(code)[node.id] == 1 else None


@lru_cache(maxsize=1)
def _bindings(code: Code) -> Counter[str]:
    """Count how often each name is bound anywhere in a file, as an argument too."""
    names: Counter[str] = Counter()
    for each in ast.walk(code.module):
        if isinstance(each, ast.arg):
            names[each.arg] += 1
        elif isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load):
            names[each.id] += 1
    return names


def text_of(node: ast.expr | None) -> str:
    """Return a literal text, "" for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _text(code: Code, node: ast.expr | None) -> str:
    node = constant(code, node)
    if isinstance(node, ast.Call) and code.name(node.func) == "pathlib.Path" and node.args:
        node = node.args[0] if len(node.args) == 1 else None
    return text_of(node)
