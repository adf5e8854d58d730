"""Columns of tables: taken out, or chosen, with what went into them."""

from mlops_platform.core.facts.flow.plain_values import OWN_ROW, Columns, Learned
from mlops_platform.core.facts.flow.values import (
    Data,
)


def without_column(data: Data, names: frozenset[str] | None) -> Data:
    """Return a table without some columns; None where it is not known which."""
    if names is None:
        kept = frozenset(each for each in data.learned if each.columns is None)
        return of_other_rows(data._replace(columns=None, learned=kept | _not_encoding(data)))
    left = frozenset(
        each for each in data.learned if each.columns is None or not each.columns <= names
    )
    return data._replace(columns=_less(data.columns, names), learned=left)


def only_columns(data: Data, names: frozenset[str], *, is_single: bool) -> Data:
    """Return some columns of a table."""
    kept = frozenset(each for each in data.learned if each.columns is None or each.columns & names)
    if is_single:
        # What one column holds goes wherever the column goes.
        kept = frozenset(e._replace(columns=None) if e.purpose == OWN_ROW else e for e in kept)
    columns = Columns(names, is_all_but=False)
    return data._replace(columns=columns, learned=kept, is_single=is_single)


def _less(columns: Columns | None, names: frozenset[str]) -> Columns | None:
    if columns is None:
        return None
    left = columns.names | names if columns.is_all_but else columns.names - names
    return Columns(left, columns.is_all_but)


def _not_encoding(data: Data) -> frozenset[Learned]:
    return frozenset(each for each in data.learned if each.purpose != "encoding")


def of_other_rows(data: Data) -> Data:
    """Forget that rows hold their own values: they were moved, or may have been."""
    kept = frozenset(each for each in data.learned if each.purpose != OWN_ROW)
    return data._replace(learned=kept) if len(kept) < len(data.learned) else data
