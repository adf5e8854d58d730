import polars as pl
import pytest

from mlops_platform.core.drift.table_text import MISSING_WORDS, parse_cells, parse_text
from mlops_platform.core.facts.tables.faults import UnreadableTableError
from mlops_platform.core.facts.tables.values import MISSING_IN_ANY_CASE

TEXT = "id,when,is_on,name,mixed\n1,2024-05-01,true, x,7\n2,2024-05-02,false,y,z\nNA,,,,\n"


def test_text_is_typed():
    frame = parse_text(TEXT.encode(), TEXT.encode()).collect()
    assert list(frame.schema.values()) == [
        pl.Int64,
        pl.Date,
        pl.Boolean,
        pl.String,
        pl.String,
    ]
    assert frame.null_count().row(0) == (1, 1, 1, 1, 1)


@pytest.mark.parametrize("nothing", ["?", " ?", "\\N", "NAN", "none ", "#NA"])
def test_what_a_profile_takes_as_missing_is_missing_here_too(nothing):
    text = f"number,name\n1,a\n{nothing},{nothing}\n2,b\n".encode()
    frame = parse_text(text, text).collect()
    assert frame["number"].to_list() == [1, None, 2]
    assert frame["name"].to_list() == ["a", None, "b"]


def test_what_keeps_no_column_from_its_type_is_a_spelling_of_nothing():
    assert set(MISSING_WORDS) <= MISSING_IN_ANY_CASE


def test_a_file_is_parsed_where_it_lies_as_its_bytes_are(tmp_path):
    (tmp_path / "[a]*.csv").write_text(TEXT)
    parsed = parse_text(tmp_path / "[a]*.csv", TEXT.encode()).collect()
    assert parsed.equals(parse_text(TEXT.encode(), TEXT.encode()).collect())


def test_cells_are_typed_as_text_is():
    names, *rows = (line.split(",") for line in TEXT.splitlines())
    cells = pl.DataFrame(rows, schema=[f"c{n}" for n in range(5)], orient="row")
    typed = parse_cells(names, cells).collect()
    assert typed.equals(parse_text(TEXT.encode(), TEXT.encode()).collect())


def test_cells_may_hold_what_parts_cells_and_names_may_be_equal():
    cells = pl.DataFrame({"c0": ['a,"b"\nc', "d"], "c1": [None, "é"]})
    typed = parse_cells(["x,y", "x,y"], cells).collect()
    assert typed.columns == ["x,y", "x,y_duplicated_0"]
    assert typed.rows() == [('a,"b"\nc', None), ("d", "é")]


def test_a_header_without_rows_keeps_its_names():
    typed = parse_cells(["a", "b"], pl.DataFrame(schema={"c0": pl.String, "c1": pl.String}))
    assert typed.collect_schema().names() == ["a", "b"]
    assert typed.collect().height == 0


@pytest.mark.parametrize("text", ["\n<!DOCTYPE html>\n<a>,<b>\n", "<html lang='en'>\n1,2\n"])
def test_a_web_page_is_no_table(text):
    with pytest.raises(UnreadableTableError, match="it is a web page"):
        parse_text(text.encode(), text.encode())


@pytest.mark.parametrize("text", ["", "\n\n", "a\0b\n1\n", "a" * (4 << 20)])
def test_what_has_no_header_is_refused(text):
    with pytest.raises(UnreadableTableError):
        parse_text(text.encode(), text.encode())
