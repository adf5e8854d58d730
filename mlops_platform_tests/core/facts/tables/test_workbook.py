import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest

from mlops_platform.core.facts.tables import workbook
from mlops_platform.core.facts.tables.table import TableBudget
from mlops_platform_tests.core.facts.tables.drawn_tables import column, described, refused

SMALL = TableBudget(content_bytes=1 << 20, rows=100, cells=60, columns=50)
ROWS = [
    ["age", "name", "seen"],
    *([n * 7 % 11, f"name {n}", dt.date(2024, 1, 1 + n)] for n in range(25)),
]


def book(*sheets):
    made = openpyxl.Workbook()
    made.remove(made.active)
    for number, rows in enumerate(sheets):
        sheet = made.create_sheet(f"sheet {number}")
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def changed(content, member, change):
    """Rewrite one member of a workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for each in old.namelist():
            text = old.read(each)
            new.writestr(each, change(text) if each == member else text)
    return file.getvalue()


def test_numbers_words_and_dates_are_told_apart(tmp_path):
    profile = described(tmp_path, book(ROWS), "data.xlsx")
    kinds = {each.name: each.kind.value for each in profile.columns}
    assert kinds == {"age": "integer", "name": "text", "seen": "datetime"}
    assert (profile.format, profile.rows, profile.is_whole) == ("xlsx", 25, True)
    assert profile.has_header


def test_a_title_above_the_table_is_no_header(tmp_path):
    profile = described(tmp_path, book([["Table 1: all of them"], [], *ROWS]), "data.xlsx")
    assert [each.name for each in profile.columns] == ["age", "name", "seen"]


def test_a_sheet_without_a_header_keeps_its_first_row(tmp_path):
    profile = described(tmp_path, book([[1, 2.5], [3, 4.5], [5, 6.5]]), "data.xlsx")
    assert (profile.rows, profile.has_header) == (3, False)


def test_empty_cells_are_missing_and_no_uneven_rows(tmp_path):
    rows = [["a", "b", "c"], [1, None, 3], [4, 5], [None, 8, 9]]
    profile = described(tmp_path, book(rows), "data.xlsx")
    assert [each.missing_cells for each in profile.columns] == [1, 1, 1]
    assert profile.uneven_rows == 0


def test_the_first_sheet_with_cells_is_read_and_it_is_said(tmp_path):
    profile = described(tmp_path, book([], ROWS, [["x"], [1]]), "data.xlsx")
    assert (profile.rows, profile.is_whole) == (25, False)
    assert profile.limit == "only one of 3 sheets was read"


def test_only_the_first_rows_of_a_larger_sheet_are_read(tmp_path):
    profile = described(tmp_path, book(ROWS), "data.xlsx", budget=SMALL)
    assert (profile.rows, profile.limit) == (20, "only the first 20 rows were read")


def test_formulas_are_not_computed(tmp_path):
    profile = described(tmp_path, book([["a", "b"], ["=1+1", 2], ["=cmd()", 3]]), "data.xlsx")
    assert column(profile, "a").missing_cells == 2


def test_a_row_that_claims_a_huge_number_ends_the_reading(tmp_path):
    far = changed(
        book(ROWS),
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace(b'r="25"', b'r="99999999"'),
    )
    assert described(tmp_path, far, "data.xlsx", budget=SMALL).rows == 20


def test_the_size_that_a_sheet_claims_is_not_believed(tmp_path):
    claims = changed(
        book(ROWS),
        "xl/worksheets/sheet1.xml",
        lambda text: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', text),
    )
    assert described(tmp_path, claims, "data.xlsx").column_count == 3


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path):
    bomb = changed(book(ROWS), "xl/theme/theme1.xml", lambda _: b" " * (3 << 20))
    assert "larger than 2 MiB" in refused(tmp_path, bomb, "data.xlsx", budget=SMALL)


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 12)
)

CELL = (
    b']><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c t="inlineStr"><is><t>&l;</t></is></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        book(ROWS)[:-200],
        b"no workbook",
        changed(book(ROWS), "xl/workbook.xml", lambda _: b"<broken"),
        changed(book(ROWS), "xl/worksheets/sheet1.xml", lambda _: ENTITIES + CELL),
        changed(book(ROWS), "[Content_Types].xml", lambda _: b""),
    ],
)
def test_a_damaged_workbook_is_one_sentence(tmp_path, content):
    assert refused(tmp_path, content, "data.xlsx") == "a workbook that cannot be opened"


def test_a_workbook_of_nothing_is_empty(tmp_path):
    assert refused(tmp_path, book([]), "data.xlsx") == "it is empty"


def test_without_its_library_it_says_which_one(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook.importlib.util, "find_spec", lambda _name: None)
    assert "openpyxl is installed" in refused(tmp_path, book(ROWS), "data.xlsx")
