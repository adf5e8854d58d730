"""Work on pandas tables: writes that reach the table, results that are kept, rows that vanish."""

import ast
import re
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import (
    called,
    given,
    is_false,
    is_true,
    receiver,
    spelled,
)
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_TABLE_NAME = re.compile(r"(?:^|[._])df\d*(?:$|_)|frame", re.IGNORECASE)
_PARTS = frozenset("train test val valid validation dev".split())
_IN_PLACE = ("fillna", "replace", "clip", "interpolate", "ffill", "bfill")
# Of these, pandas alone has the first ones; the others need a table that is known to be one.
_PURE = ("dropna", "fillna", "drop_duplicates", "sort_values", "reset_index", "set_index")
_PURE_OF_TABLES = ("drop", "rename", "replace", "astype", "assign", "merge")
_COUNTS = (".shape", "isnull", "isna", "notna", "notnull", ".info(", "len(", ".count(", ".size")
_MAKES_GAPS = (".shift(", ".rolling(", "pct_change", ".diff(", ".lag(")
_HANDLES = (*_COUNTS[1:5], "fillna", "dropna", "mpute", ".info(", "describe")


def values_are_set_in_one_step(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the writes to a part of a part of a table, and in-place changes of a column."""
    if "pandas" not in code.modules:
        return
    for binding in code.layout.bindings:
        for target in binding.targets:
            if _is_chained(code, target):
                note = "writes into a copy: pandas may leave the table as it is"
                yield fault(code, target, "=", note)
    for site in code.calls(*_IN_PLACE):
        if is_true(given(site.node, "inplace")) and _is_column(code, site):
            note = f"`{called(site)}` in place on one column changes nothing from pandas 3 on"
            yield fault(code, site.node, called(site), note)


def results_are_kept(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the calls that return a new table to nobody."""
    if "pandas" not in code.modules or kin.imports("pyspark", "dask", "polars"):
        return
    for site in code.calls(*_PURE, *_PURE_OF_TABLES):
        statement = site.statement
        is_thrown_away = isinstance(statement, ast.Expr) and statement.value is site.node
        if not is_thrown_away or code.last_line_of_cell(statement):
            continue
        in_place = given(site.node, "inplace")
        is_pure = in_place is None or is_false(in_place)
        is_known = called(site) in _PURE or _is_table(code, site)
        if is_pure and is_known and _is_held(site) and not _is_made_here(code, site):
            note = f"`{called(site)}` returns a new table, and nothing takes it"
            yield fault(code, site.node, called(site), note)


def dropped_rows_are_counted(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the places where a table loses its rows with missing values."""
    if "pandas" not in code.modules or code.mentions(*_MAKES_GAPS):
        return
    for site in code.calls("dropna"):
        if not _shrinks_its_table(site) or not _drops_rows(site.node):
            continue
        if code.mentions(*_COUNTS):
            yield sound(code, site.node, "dropna")
        else:
            note = "rows with missing values go, and nothing says how many"
            yield fault(code, site.node, "dropna", note)


def unreadable_values_are_counted(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the places where what cannot be read becomes missing, or a line is left out."""
    for site in code.calls("to_numeric", "to_datetime"):
        how = given(site.node, "errors")
        if not isinstance(how, ast.Constant) or how.value != "coerce":
            continue
        if code.mentions(*_HANDLES):
            yield sound(code, site.node, called(site))
        else:
            note = "what cannot be read becomes missing, and nothing looks at missing values"
            yield fault(code, site.node, called(site), note)
    for site in code.calls("read_csv", "read_table"):
        lines = given(site.node, "on_bad_lines", "error_bad_lines")
        is_skipping = isinstance(lines, ast.Constant) and lines.value in ("skip", False)
        if is_skipping and not code.mentions("warn_bad_lines=True"):
            yield fault(code, site.node, called(site), "lines that do not fit are left out")


def _is_chained(code: Code, target: ast.expr) -> bool:
    """Tell `df["a"][rows] = …` and `df.loc[rows]["a"] = …`."""
    if not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Subscript):
        return False
    inner = target.value
    base = inner.value
    if isinstance(base, ast.Attribute) and base.attr in {"loc", "iloc"}:
        return isinstance(target.slice, ast.Constant) and isinstance(target.slice.value, str)
    is_column = isinstance(inner.slice, ast.Constant) and isinstance(inner.slice.value, str)
    return (is_column or isinstance(inner.slice, ast.Compare)) and _is_made_by_pandas(code, base)


def _is_made_by_pandas(code: Code, node: ast.expr) -> bool:
    makers = code.makers(node) if spelled(node) else frozenset()
    return bool(makers) and all(
        maker.startswith(("pandas.read_", "pandas.DataFrame", "pandas.concat", "pandas.merge"))
        for maker in makers
    )


def _is_column(code: Code, site: Site) -> bool:
    function = site.node.func
    column = function.value if isinstance(function, ast.Attribute) else None
    if isinstance(column, ast.Attribute):
        return _is_made_by_pandas(code, column.value)
    if not isinstance(column, ast.Subscript) or not isinstance(column.slice, ast.Constant):
        return False
    name = column.slice.value
    if not isinstance(name, str) or name.lower() in _PARTS:
        return False
    is_named = not code.makers(column.value) and _TABLE_NAME.search(spelled(column.value))
    return _is_made_by_pandas(code, column.value) or bool(is_named)


def _is_held(site: Site) -> bool:
    """Tell whether the table has a name, and is not itself the result of a call."""
    function = site.node.func
    return isinstance(function, ast.Attribute) and isinstance(
        function.value, ast.Name | ast.Attribute | ast.Subscript
    )


def _is_table(code: Code, site: Site) -> bool:
    function = site.node.func
    return isinstance(function, ast.Attribute) and _is_made_by_pandas(code, function.value)


def _is_made_here(code: Code, site: Site) -> bool:
    """Tell whether the object is of a class of this file, whose methods may change it."""
    return any(owner.rpartition(".")[2][:1].isupper() for owner in code.owners(site)) and not (
        _is_table(code, site)
    )


def _shrinks_its_table(site: Site) -> bool:
    if is_true(given(site.node, "inplace")):
        return bool(receiver(site))
    statement = site.statement
    is_own = isinstance(statement, ast.Assign) and statement.value is site.node
    return is_own and spelled(statement.targets[0]) == receiver(site) != ""  # type: ignore[attr-defined]


def _drops_rows(call: ast.Call) -> bool:
    axis, how = given(call, "axis"), given(call, "how")
    if call.args and not (isinstance(call.args[0], ast.Constant) and call.args[0].value == 0):
        return False
    is_columns = isinstance(axis, ast.Constant) and axis.value in (1, "columns")
    return not is_columns and not (isinstance(how, ast.Constant) and how.value == "all")


READERS = (
    values_are_set_in_one_step,
    results_are_kept,
    dropped_rows_are_counted,
    unreadable_values_are_counted,
)
