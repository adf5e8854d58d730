import gzip
import io
import json
import zipfile

import openpyxl
import polars as pl
import pytest

from mlops_platform.core.drift import table_files
from mlops_platform.core.drift.table_files import scan_files
from mlops_platform.core.facts.tables.faults import UnreadableTableError

ROWS = [{"a": n, "b": f"x{n % 3}", "c": n / 4, "day": f"2024-05-{n + 1:02}"} for n in range(20)]
FRAME = pl.DataFrame(ROWS).with_columns(pl.col("day").str.to_date())
CSV = FRAME.write_csv()
LINES = "".join(json.dumps(row) + "\n" for row in ROWS)


def packed(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


def workbook(sheets=1):
    book = openpyxl.Workbook()
    book.worksheets[0].append(list(ROWS[0]))
    for row in FRAME.rows():
        book.worksheets[0].append(row)
    for _ in range(1, sheets):
        book.create_sheet().append(["other"])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def parquet():
    file = io.BytesIO()
    FRAME.write_parquet(file)
    return file.getvalue()


SAME = {
    "csv": CSV.encode(),
    "csv.gz": gzip.compress(CSV.encode()),
    "csv.zip": packed(a__csv=CSV),
    "jsonl": LINES.encode(),
    "jsonl.gz": gzip.compress(LINES.encode()),
    "json.zip": packed(a__json=json.dumps(ROWS)),
    "json": b"\xef\xbb\xbf \n" + json.dumps(ROWS).encode(),
    "parquet": parquet(),
    "xlsx": workbook(),
}


@pytest.mark.parametrize("way", SAME)
def test_one_table_is_the_same_in_every_format_and_its_bytes_tell_which(tmp_path, way):
    (tmp_path / "table").write_bytes(SAME[way])
    found = scan_files(tmp_path / "table")
    frame = found.frame.with_columns(pl.col("day").cast(pl.Date)).collect()
    assert frame.equals(FRAME)
    assert found.limit == ""


def test_what_of_a_file_was_not_read_is_said(tmp_path):
    (tmp_path / "two.zip").write_bytes(packed(a__csv=CSV, b__csv="a\n1\n"))
    (tmp_path / "two.xlsx").write_bytes(workbook(sheets=2))
    (tmp_path / "broken.jsonl").write_text(LINES + "{\n" + LINES)
    limits = {each.name: scan_files(each).limit for each in tmp_path.iterdir()}
    assert limits == {
        "two.zip": "only a.csv, one of 2 tables in the archive, was read",
        "two.xlsx": "only one of 2 sheets was read",
        "broken.jsonl": "reading ended near line 21: no valid JSON",
    }


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (packed(a__png="x", b__txt="y"), "not of one table"),
        (workbook()[:-99], "cannot be opened"),
        (b"PK\x03\x04" + bytes(100), "cannot be opened"),
        (b'{"a": ', "no valid JSON"),
        (b'{"a":\n1}', "no valid JSON"),
        (b"[1, 2]", "no list of objects"),
        (gzip.compress(CSV.encode())[:-12], "damaged"),
    ],
)
def test_what_is_no_table_is_a_clause(tmp_path, content, reason):
    (tmp_path / "bad").write_bytes(content)
    with pytest.raises(UnreadableTableError, match=reason):
        scan_files(tmp_path / "bad")


@pytest.mark.parametrize("pack", [gzip.compress, lambda text: packed(a__csv=text)])
def test_what_unpacks_to_too_much_is_refused_and_what_just_fits_is_read(
    tmp_path, monkeypatch, pack
):
    monkeypatch.setattr(table_files, "MOST_UNPACKED_BYTES", 1 << 20)
    text = b"a\n" + b"1\n" * ((1 << 19) - 1)
    (tmp_path / "fits").write_bytes(pack(text))
    assert scan_files(tmp_path / "fits").frame.collect().height == (1 << 19) - 1
    (tmp_path / "bomb").write_bytes(pack(text + b"1\n"))
    with pytest.raises(UnreadableTableError, match="write it as Parquet"):
        scan_files(tmp_path / "bomb")


def test_a_text_that_is_too_long_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "MOST_TEXT_BYTES", 10)
    (tmp_path / "long.csv").write_text(CSV)
    with pytest.raises(UnreadableTableError, match="of text; write it as Parquet"):
        scan_files(tmp_path / "long.csv")
