import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mlops_platform.core.facts.tables import delimited
from mlops_platform.core.facts.tables.columns import ready
from mlops_platform.core.facts.tables.content import Content
from mlops_platform.core.facts.tables.delimited import read_delimited
from mlops_platform.core.facts.tables.faults import UnreadableTableError
from mlops_platform.core.facts.tables.plain_text import plain_lines, read_plain
from mlops_platform.core.facts.tables.table import TableBudget

BUDGET = TableBudget(rows=20, line_bytes=200)
CELLS = st.text(st.sampled_from('ab1.,;\t| "\r\n\0é\u2028\x1c'), max_size=4)
TEXTS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=30)


def read(text: bytes, budget: TableBudget = BUDGET, most: int = 1 << 20):
    """Return all that is read of a text, its cells as a profile sees them; else why not."""
    try:
        table = read_delimited(Content(io.BytesIO(text), most), "csv", budget)
    except UnreadableTableError as error:
        return str(error)
    cells = [ready(series).cells.to_list() for series in table.frame]
    return (*table._replace(frame=None), cells)


def row_by_row(text: bytes, budget: TableBudget = BUDGET, most: int = 1 << 20):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "ENCODINGS", frozenset())
        return read(text, budget, most)


@settings(max_examples=500, deadline=None)
@given(rows=TEXTS, end=st.sampled_from(["\n", "\r\n"]), most=st.sampled_from([40, 1 << 20]))
@example(rows=[[""] * 3, [""] * 3, [""] * 2, [""] * 4], end="\n", most=40)
def test_both_ways_read_the_same(rows, end, most):
    text = end.join(",".join(cells) for cells in rows).encode()
    assert read(text, most=most) == row_by_row(text, most=most)


TABLE = b"a,b\n" + b"".join(b"%d, x%d\n" % (n, n % 3) for n in range(19))


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        TABLE[:-1],
        b"\xef\xbb\xbf" + TABLE,
        TABLE.replace(b"\n", b"\r\n"),
        TABLE * 3,
        b"a\n1\n",
    ],
)
def test_plain_text_is_read_at_once(monkeypatch, text):
    expected = row_by_row(text)
    monkeypatch.setattr(delimited, "_read_rows", None)
    assert read(text) == expected


def test_a_cut_text_ends_with_its_last_whole_line(monkeypatch):
    monkeypatch.setattr(delimited, "_read_rows", None)
    *_, cells = read(TABLE, most=len(TABLE) - 3)
    assert cells[0] == [str(n) for n in range(18)]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\na,b\n1,2\n",
        b"a,b\n\n1,2\n",
        b'a,b\n"1",2\n',
        b"a,b\n1\0,2\n",
        b"a,b\r1,2\r",
        b"a,b\n" + b"x" * 500,
    ],
)
def test_what_is_not_plain_is_left_to_the_other(text):
    assert plain_lines(text, BUDGET, is_cut=len(text) > 400) is None


@pytest.mark.parametrize(
    "text",
    [
        b"a,b\n1,2,3\n4,5\n",
        b"a,b\n1\n2,3\n",
        b"a,b\n1,2,3\n4\n",
        b"a,b\n1,\xff\n",
        b"a,b\n1," + b"x" * 300,
    ],
)
def test_lines_that_are_odd_are_left_to_the_other(text):
    dialect = delimited.find_dialect(["a,b\n", "1,2\n"], "csv")
    assert read_plain(text, dialect, 2, BUDGET) is None
