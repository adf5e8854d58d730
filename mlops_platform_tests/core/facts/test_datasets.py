import gzip
import io
import json
import zipfile

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mlops_platform.core.facts.tables.table import TableBudget
from mlops_platform.core.facts.tables.table_format import table_format
from mlops_platform_tests.core.facts.tables.drawn_tables import column, described, refused, table

SMALL = TableBudget(content_bytes=4000, cells=100, columns=50, line_bytes=1000)
SIMPLE = "age,name\n31,ann\n45,bob\n31,ann\n"


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def parquet(frame: pl.DataFrame) -> bytes:
    file = io.BytesIO()
    pq.write_table(frame.to_arrow(), file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data.csv", SIMPLE),
        ("data.tsv", SIMPLE.replace(",", "\t")),
        ("data.csv", SIMPLE.replace(",", ";")),
        ("data.csv", SIMPLE.replace(",", "|")),
        ("data.csv", SIMPLE.replace("\n", "\r\n")),
        ("data.csv", SIMPLE.replace("\n", "\r")),
        ("data.csv", SIMPLE.encode("utf-16")),
        ("data.csv", SIMPLE.encode("utf-16-le")),
        ("data.csv", SIMPLE.encode("utf-8-sig")),
        ("data.csv.gz", gzip.compress(SIMPLE.encode(), mtime=0)),
        ("data.csv", gzip.compress(SIMPLE.encode(), mtime=0)),
        ("data.csv.zip", zipped({"data.csv": SIMPLE.encode()})),
        ("data.json", json.dumps([{"age": 31, "name": "ann"}, {"age": 45, "name": "bob"}] * 2)),
        ("data.jsonl", '{"age": 31, "name": "ann"}\n{"age": 45, "name": "bob"}\n' * 2),
        ("data.parquet", parquet(pl.DataFrame({"age": [31, 45, 31], "name": ["ann", "bob", "c"]}))),
    ],
)
def test_each_format_gives_its_names_and_numbers(tmp_path, name, content):
    profile = described(tmp_path, content, name)
    assert [each.name for each in profile.columns] == ["age", "name"]
    assert profile.rows in {3, 4}
    assert profile.is_whole
    assert column(profile, "age").mean is not None
    assert column(profile, "age").distinct_values == 2


def test_rows_that_repeat_another_are_counted(tmp_path):
    assert described(tmp_path, SIMPLE).duplicate_rows == 1


def test_the_same_bytes_give_the_same_profile(tmp_path):
    assert described(tmp_path, SIMPLE) == described(tmp_path, SIMPLE)


def test_latin_letters_are_read_as_windows_1252(tmp_path):
    profile = described(tmp_path, "größe,n\ngroß,1\nklein,2\n".encode("latin-1"))
    assert [each.name for each in profile.columns] == ["größe", "n"]
    assert profile.encoding == "cp1252"


def test_decimal_commas_are_numbers_between_semicolons(tmp_path):
    profile = described(tmp_path, "a;b\n1,5;2\n2,5;3\n4,5;4\n")
    assert column(profile, "a").mean == pytest.approx(8.5 / 3)


def test_only_the_first_rows_of_a_larger_table_are_read_and_it_is_said(tmp_path):
    profile = described(tmp_path, "a,b\n" + "1,2\n" * 400, budget=SMALL)
    assert (profile.rows, profile.is_whole) == (50, False)
    assert "first 50 rows" in profile.limit


def test_exactly_as_many_rows_as_the_budget_are_the_whole(tmp_path):
    assert described(tmp_path, "a,b\n" + "1,2\n" * 50, budget=SMALL).is_whole


def test_a_gzip_bomb_ends_at_the_budget(tmp_path):
    bomb = gzip.compress(b"a,b\n" + b"1,2\n" * 5_000_000, mtime=0)
    profile = described(tmp_path, bomb, "bomb.csv.gz", budget=SMALL)
    assert not profile.is_whole
    assert profile.rows <= 50


def test_an_endless_line_is_refused(tmp_path):
    assert "longer than" in refused(tmp_path, b"1" * 3000, budget=SMALL)


def test_an_endless_line_further_down_ends_the_reading(tmp_path):
    budget = TableBudget(line_bytes=70_000)
    profile = described(tmp_path, "a,b\n" + "1,2\n" * 200 + "3" * 300_000, budget=budget)
    assert profile.rows == 200
    assert "longer than" in profile.limit


def test_a_parquet_bomb_gives_its_first_rows(tmp_path):
    bomb = parquet(pl.DataFrame({"a": [7] * 500_000}))
    assert len(bomb) < 5000
    profile = described(tmp_path, bomb, "bomb.parquet", budget=SMALL)
    assert (profile.rows, profile.is_whole) == (100, False)


def test_a_long_parquet_file_is_sampled_from_every_part(tmp_path):
    file = io.BytesIO()
    days = pl.DataFrame({"day": [n // 300 for n in range(1200)]})
    pq.write_table(days.to_arrow(), file, row_group_size=300)
    profile = described(tmp_path, file.getvalue(), "days.parquet", budget=SMALL)
    assert (profile.rows, profile.is_whole) == (100, False)
    assert profile.limit == "only 100 of 1200 rows were read, from every part"
    assert column(profile, "day").distinct_values == 4
    tight = described(
        tmp_path, file.getvalue(), "days.parquet", budget=SMALL._replace(content_bytes=200)
    )
    assert "from its first parts" in tight.limit


def test_a_parquet_file_that_claims_a_huge_group_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("mlops_platform.core.facts.tables.parquet._CLAIMED_BYTES", 10)
    assert "row group" in refused(tmp_path, parquet(pl.DataFrame({"a": [1, 2]})), "a.parquet")


@pytest.mark.parametrize("cut", [5, 60, 200])
def test_a_damaged_parquet_file_is_a_sentence(tmp_path, cut):
    whole = parquet(pl.DataFrame({"a": [1, 2, 3]}))
    assert refused(tmp_path, whole[:-cut], "a.parquet")


def test_a_parquet_file_of_nothing_has_no_rows(tmp_path):
    profile = described(
        tmp_path, parquet(pl.DataFrame({"a": pl.Series([], dtype=pl.Int64)})), "a.parquet"
    )
    assert profile.rows == 0


def test_parquet_columns_of_every_sort_are_described(tmp_path):
    table_ = pa.table(
        {
            "list": pa.array([[1], [2, 3], None]),
            "bytes": pa.array([b"\xff", b"a", b"b"]),
            "date": pa.array([0, 1, 2], pa.date32()),
            "far": pa.array([2**62, -(2**62), 0], pa.timestamp("us")),
            "truth": pa.array([True, False, None]),
            "number": pa.array([1.5, float("nan"), float("inf")]),
            "word": pa.array(["a", "b", "a"]).dictionary_encode(),
            "nothing": pa.array([None, None, None], pa.null()),
        }
    )
    file = io.BytesIO()
    pq.write_table(table_, file)
    profile = described(tmp_path, file.getvalue(), "a.parquet")
    kinds = {each.name: each.kind.value for each in profile.columns}
    assert kinds["list"] == "nested"
    assert kinds["date"] == kinds["far"] == "datetime"
    assert kinds["truth"] == "boolean"
    assert kinds["nothing"] == "empty"
    assert column(profile, "number").missing_cells == 1
    assert column(profile, "number").infinite_cells == 1


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("data.csv", b"", "empty"),
        ("data.csv", b"\n\n \n", "empty"),
        ("data.csv", bytes(range(256)) * 20, "binary"),
        ("data.csv.gz", b"\x1f\x8b damaged", "damaged"),
        ("data.csv.gz", gzip.compress(SIMPLE.encode() * 999, mtime=0)[:-30], "damaged"),
        ("data.csv.zip", b"PK\x03\x04 damaged", "cannot be opened"),
        ("data.csv.zip", zipped({"a.md": b"a", "b.md": b"b"}), "2 files"),
        ("data.parquet", SIMPLE, "in spite of its name"),
        ("data.json", "[1, 2]", "list of objects"),
        ("data.json", '{"a": [1]', "no valid JSON"),
        ("data.json", "[" * 100_000, "no valid JSON"),
        ("data.jsonl", "no json", "no valid JSON"),
        ("data.xlsx", b"PK\x03\x04", "workbook"),
        ("data.xls", b"\xd0\xcf\x11\xe0", "before 2007"),
        ("words.txt", "one\ntwo\n", "plain text"),
        ("data.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n", "LFS"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path, name, content, reason):
    assert reason in refused(tmp_path, content, name)


def test_a_header_alone_is_a_table_without_rows(tmp_path):
    profile = described(tmp_path, "age,name\n")
    assert (profile.rows, profile.column_count, profile.has_header) == (0, 2, True)


def test_one_column_is_a_table(tmp_path):
    profile = described(tmp_path, "quality\n5\n6\n7\n")
    assert (profile.rows, profile.column_count) == (3, 1)


def test_five_thousand_columns_are_read_and_more_are_refused(tmp_path):
    wide = ",".join(f"x{n}" for n in range(5000))
    profile = described(tmp_path, f"{wide}\n{','.join(['1'] * 5000)}\n")
    assert profile.column_count == 5000
    assert "5000" in refused(tmp_path, f"{wide},y\n")


def test_ragged_rows_are_counted_and_kept(tmp_path):
    profile = described(tmp_path, "a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n")
    assert (profile.rows, profile.uneven_rows) == (4, 2)
    assert column(profile, "c").missing_cells == 1


def test_repeated_and_empty_names_stay_apart(tmp_path):
    profile = described(tmp_path, "a,a,,\n1,2,3,4\n5,6,7,8\n")
    names = [each.name for each in profile.columns]
    assert names == ["a", "a (2)", "(column 3)", "(column 4)"]
    assert profile.repeated_names == ("a",)


def test_names_are_clipped_and_cleaned(tmp_path):
    profile = described(tmp_path, f"evil\x1b[31m\u202e,{'n' * 300}\n1,2\n3,4\n")
    assert "\x1b" not in profile.columns[0].name
    assert "\u202e" not in profile.columns[0].name
    assert len(profile.columns[1].name) == 80


def test_a_quote_that_never_closes_ends_the_reading(tmp_path):
    profile = described(tmp_path, 'a,b\n1,2\n"' + "3,4\n" * 60_000)
    assert profile.rows >= 1
    assert "quoting" in profile.limit


def test_bytes_of_another_encoding_are_counted(tmp_path):
    text = b"a,b\n" + b"x,1\n" * 80_000 + b"\xff\xfe,2\n"
    assert described(tmp_path, text).undecodable_rows == 1


def test_a_replacement_mark_in_the_text_itself_is_no_fault(tmp_path):
    assert described(tmp_path, "a,b\nx\ufffdy,1\nz,2\n").undecodable_rows == 0


def test_json_lines_end_at_the_first_that_is_none(tmp_path):
    profile = described(tmp_path, '{"a": 1}\n{"a": 2}\nsecret\n', "a.jsonl")
    assert (profile.rows, profile.is_whole) == (2, False)
    assert "line 3" in profile.limit


def test_no_cell_is_in_the_profile(tmp_path):
    rows = [f"Zanzibar{n},=cmd|'/c calc'!A{n},{n}7731.5,99999-01-01" for n in range(60)]
    text = described(tmp_path, table("place,formula,amount,when", rows)).model_dump_json()
    for secret in ("Zanzibar", "cmd", "calc", "7731", "99999"):
        assert secret not in text


@pytest.mark.parametrize(
    ("name", "found"),
    [("a.CSV", "csv"), ("a.csv.gz", "csv"), ("a.ndjson", "jsonl"), ("a.png", None), ("csv", "csv")],
)
def test_the_ending_tells_the_format(name, found):
    assert table_format(name) == found
