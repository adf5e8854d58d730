"""Data files that mean no good. Their cells hold the canary, their names never do."""

import gzip
import io
import json
import zipfile

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

CANARY = "Qx7CanaryZ9"
ROWS = "".join(f"{n},{n % 7},{CANARY}{n % 3}\n" for n in range(60))
GOOD = f"a,b,c\n{ROWS}"


def packed(**members: bytes | str) -> bytes:
    """Return a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


def parquet(table: pa.Table) -> bytes:
    """Return a Parquet file."""
    file = io.BytesIO()
    pq.write_table(table, file)
    return file.getvalue()


def workbook() -> bytes:
    """Return an Excel file with a formula."""
    made = openpyxl.Workbook()
    for row in [
        ["a", "b"],
        *([n, f"{CANARY}{n}"] for n in range(30)),
        ["=cmd|' /c calc'!A0", CANARY],
    ]:
        made.worksheets[0].append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


TEXTS: dict[str, str | bytes] = {
    "empty.csv": "",
    "blank_lines.csv": "\n\n  \n",
    "header_only.csv": "a,b,c\n",
    "header_without_end.csv": "a,b,c",
    "one_column.csv": "a\n" + "".join(f"{CANARY}{n}\n" for n in range(50)),
    "many_columns.csv": ",".join(f"x{n}" for n in range(600))
    + f"\n{','.join([CANARY] * 600)}\n" * 30,
    "ragged.csv": f"a,b,c\n1,{CANARY},3,4\n2\n\n3,{CANARY}\n" * 20,
    "mixed_types.csv": f"a,b,c\n1,x,y\n{CANARY},y,z\nnan,z,{CANARY}\ninf,w,1\n-inf,v,2\n" * 20,
    "far_dates.csv": f"a,b,c\n99999-01-01,{CANARY},1\n2024-01-01,{CANARY},2\n" * 30,
    "one_late_far_date.csv": "a,b,c\n" + "2024-01-01,x,1\n" * 11_000 + f"99999-12-31,{CANARY},1\n",
    "equal_names.csv": "a,a,a\n" + f"1,{CANARY},2\n" * 30,
    "formulas.csv": "a,b,c\n" + f"=cmd|'/c calc'!A0{CANARY},{CANARY},+1+{CANARY}\n" * 30,
    "formula_as_name.csv": f"=cmd|'/c calc'!A0,b,c\n{ROWS}",
    "open_quote.csv": f'a,b,c\n1,"{CANARY}\n2,y,3\n',
    "long_line.csv": "a,b,c\n1," + "x" * 3_000_000 + f"{CANARY},2\n",
    "controls.csv": "a,\x1b[31mb,c\n" + f"1,\x07{CANARY},\x1b]0;x\x07\n" * 30,
    "huge_numbers.csv": "a,b,c\n" + f"{'9' * 400},1e999,{CANARY}\n" * 30,
    "wide_integers.csv": "a,b,c\n" + f"18446744073709551616,{CANARY},1\n-9,{CANARY},2\n" * 30,
    "tiny_numbers.csv": "a,b,c\n" + f"-0,5e-324,{CANARY}\n1e-320,0,{CANARY}\n" * 30,
    "no_utf8.csv": b"a,b,c\n" + (b"1,\xff\xfe\x80" + CANARY.encode() + b",2\n") * 30,
    "zero_bytes.csv": b"a,b,c\n" + (b"1,\0" + CANARY.encode() + b",2\n") * 30,
    "utf16.csv": GOOD.encode("utf-16"),
    "utf16_without_mark.csv": GOOD.encode("utf-16-le"),
    "utf16_cut.csv": GOOD.encode("utf-16")[:-1],
    "utf32.csv": GOOD.encode("utf-32"),
    "latin.csv": GOOD.replace("a,", "ä,").encode("latin-1"),
    "shift_jis.csv": f"名前,値,c\n{ROWS}".encode("shift_jis"),
    "carriage_returns.csv": GOOD.replace("\n", "\r"),
    "no_header.csv": ROWS,
    "quotes.csv": "a,b,c\n" + '"""",' * 20_000 + CANARY + "\n",
    "too_many_columns.csv": ",".join(f"x{n}" for n in range(20_000)) + f"\n{CANARY}\n",
    "binary.csv": b"\x7fELF" + bytes(range(256)) * 20 + CANARY.encode(),
    "list.json": json.dumps([{"a": CANARY, "b": {"x": [CANARY]}}] * 30),
    "object.json": json.dumps({"a": CANARY}),
    "deep.json": "[" * 200_000,
    "not_finite.json": '[{"a": NaN, "b": Infinity}]',
    "broken_line.jsonl": (json.dumps({"a": CANARY}) + "\n") * 30 + f"{CANARY}\n",
    "long_number.jsonl": '{"a": ' + "9" * 5000 + '}\n{"a": 1e99999}\n',
}
PACKED: dict[str, str | bytes] = {
    "table.csv.gz": gzip.compress(GOOD.encode()),
    "cut.csv.gz": gzip.compress(GOOD.encode() * 99)[:-20],
    "damaged.csv.gz": b"\x1f\x8b" + CANARY.encode() * 9,
    "twice.csv.gz": gzip.compress(gzip.compress(GOOD.encode())),
    "table.csv.zip": packed(a__csv=GOOD),
    "two.zip": packed(a__csv=GOOD, b__csv=GOOD),
    "damaged.zip": packed(a__csv=GOOD)[:-30],
    "book.xlsx": workbook(),
    "cut.xlsx": workbook()[:-99],
}
COLUMNAR: dict[str, str | bytes] = {
    "table.parquet": parquet(pa.table({"a": list(range(60)), "b": [CANARY] * 60})),
    "cut.parquet": parquet(pa.table({"a": list(range(60)), "b": [CANARY] * 60}))[:-9],
    "damaged.parquet": b"PAR1" + CANARY.encode() * 9 + b"PAR1",
    "few_bytes_many_rows.parquet": parquet(pa.table({"a": pa.array([7] * 2_000_000)})),
    "nested.parquet": parquet(
        pa.table(
            {
                "a": [[1], [2]] * 20,
                "s": [{"x": CANARY}] * 40,
                "b": [CANARY.encode()] * 40,
                "m": pa.array([[("k", CANARY)]] * 40, pa.map_(pa.string(), pa.string())),
            }
        )
    ),
    "far_times.parquet": parquet(
        pa.table(
            {
                "far": pa.array([2**62, -(2**62), 0] * 20, pa.timestamp("us")),
                "day": pa.array([2**31 - 1, 0, 1] * 20, pa.date32()),
                "time": pa.array([1, 2, 3] * 20, pa.time64("us")),
                "span": pa.array([2**60, 1, 2] * 20, pa.duration("ns")),
                "float": pa.array([float("nan"), float("inf"), -float("inf")] * 20),
                "none": pa.array([None] * 60, pa.decimal128(38, 10)),
                "half": pa.array([1.5, 2.5, None] * 20, pa.float16()),
            }
        )
    ),
    "equal_names.parquet": parquet(
        pa.Table.from_arrays([pa.array([1, 2] * 20), pa.array([CANARY] * 40)], names=["a", "a"])
    ),
    "no_rows.parquet": parquet(pa.table({"a": pa.array([], pa.int64())})),
    "dictionary.parquet": parquet(
        pa.table({"a": pa.array([CANARY, "b"] * 20).dictionary_encode()})
    ),
}
HOSTILE = {
    name: content if isinstance(content, bytes) else content.encode()
    for name, content in (TEXTS | PACKED | COLUMNAR).items()
}
