import gzip
import io

import polars as pl
import pytest

from mlops_platform.core.drift import table_files, table_text, tables
from mlops_platform.core.drift.tables import UnreadableTableError, open_table

SECRET = "hunter2"


def opened(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return open_table(path)


def read_whole(path, content):
    table = opened(path, content)
    return table.read(list(table.types))


def parquet_bytes(frame):
    buffer = io.BytesIO()
    frame.write_parquet(buffer)
    return buffer.getvalue()


READABLE = {
    "commas": "a,b\n1,x\n2,y\n",
    "tabs": "a\tb\n1\tx\n2\ty\n",
    "semicolons": "a;b\n1;x\n2;y\n",
    "spaces": "a,b\n 1, x\n 2, y\n",
    "windows": "a,b\r\n1,x\r\n2,y\r\n",
    "mark": b"\xef\xbb\xbfa,b\n1,x\n2,y\n",
    "utf-16": "a,b\n1,x\n2,y\n".encode("utf-16"),
    "latin-1": "a,b\n1,\xe9\n2,y\n".encode("latin-1"),
    "gzip": gzip.compress(b"a,b\n1,x\n2,y\n"),
    "two gzip members": gzip.compress(b"a,b\n1,x\n") + gzip.compress(b"2,y\n"),
    "ragged": "a,b\n1,x,3,4\n2\n",
    "parquet": parquet_bytes(pl.DataFrame({"a": [1, 2], "b": ["x", "y"]})),
}


@pytest.mark.parametrize("case", READABLE)
def test_it_reads(tmp_path, case):
    table = opened(tmp_path / "table", READABLE[case])
    assert [name.strip() for name in table.types] == ["a", "b"]
    assert table.rows == 2
    assert table.read(["a"])["a"].cast(pl.Float64).to_list() == [1, 2]


REFUSED = {
    "nothing": b"",
    "blank": b"\n\n",
    "binary": b"\x7fELF\0\0\0\0",
    "zip": b"PK\x03\x04" + bytes(100),
    "parquet cut short": READABLE["parquet"][:-20],
    "parquet damaged": READABLE["parquet"][:4] + bytes(60) + READABLE["parquet"][64:],
    "gzip cut short": READABLE["gzip"][:-12],
    "gzip damaged": READABLE["gzip"][:12] + b"\xff\xff\xff\xff" + READABLE["gzip"][16:],
    "one endless line": b"a" * (table_text.MOST_HEADER_BYTES + 1),
    "too many columns": b"," * table_text.MOST_COLUMNS,
    "half of utf-16": b"\xff\xfea",
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_in_one_sentence(tmp_path, case):
    with pytest.raises(UnreadableTableError) as refusal:
        read_whole(tmp_path / "table", REFUSED[case])
    assert "\n" not in str(refusal.value)
    assert "table" in str(refusal.value)


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path):
    for path in (tmp_path / "gone.csv", tmp_path):
        with pytest.raises(UnreadableTableError):
            open_table(path)


def test_a_gzip_bomb_is_stopped_at_its_budget(tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "MOST_UNPACKED_BYTES", 1 << 20)
    with pytest.raises(UnreadableTableError, match="GiB of text; write it as Parquet"):
        opened(tmp_path / "bomb.csv.gz", gzip.compress(b"a\n" + b"1\n" * (1 << 20)))


def test_a_table_of_too_many_rows_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 1)
    with pytest.raises(UnreadableTableError, match="Take a sample"):
        opened(tmp_path / "long.csv", "a\n1\n2\n")


def test_a_folder_of_parquet_is_one_table(tmp_path):
    for number in range(3):
        pl.DataFrame({"a": [number]}).write_parquet(tmp_path / f"part{number}.parquet")
    table = open_table(tmp_path)
    assert table.read(["a"])["a"].to_list() == [0, 1, 2]
    assert table.read_rows("a", 1, 1).to_list() == [1]


def test_a_folder_whose_files_differ_is_refused(tmp_path):
    pl.DataFrame({"a": [1]}).write_parquet(tmp_path / "1.parquet")
    pl.DataFrame({"b": ["x"]}).write_parquet(tmp_path / "2.parquet")
    with pytest.raises(UnreadableTableError):
        open_table(tmp_path).read(["a"])


def test_a_late_surprise_makes_the_column_text_and_is_never_quoted(tmp_path):
    text = "a\n" + "1\n" * (table_text.LOOKED_AT_ROWS + 5) + SECRET + "\n"
    table = opened(tmp_path / "late.csv", text)
    assert table.types["a"] == pl.String
    assert table.read(["a"])["a"].null_count() == 0


def test_equal_names_stay_apart(tmp_path):
    assert len(opened(tmp_path / "twice.csv", "a,a\n1,2\n").types) == 2


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(tmp_path, ending):
    (tmp_path / "t.csv").write_bytes(ending.join(["a,b", "1,x", "2,y", ""]).encode())
    table = open_table(tmp_path / "t.csv")
    assert (list(table.types), table.rows) == (["a", "b"], 2)


def test_columns_of_a_table_without_a_header_are_numbered(tmp_path):
    (tmp_path / "t.csv").write_text("31,ann\n45,bob\n62,eve\n")
    table = open_table(tmp_path / "t.csv")
    assert (list(table.types), table.rows) == (["(column 1)", "(column 2)"], 3)
