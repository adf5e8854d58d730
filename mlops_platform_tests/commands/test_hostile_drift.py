"""Tables that would eat the machine: `drift` ends in one sentence, within the memory it may use."""

import gzip

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mlops_platform import wiring_of_tables
from mlops_platform.adapters.subprocess_isolation import IsolationLimits
from mlops_platform_tests.commands.calling import call

pytestmark = pytest.mark.integration

SIZE = 160 << 20
MIB = 1 << 20


def cells(path):
    """Write 160 MiB into one cell of a small file."""
    table = pa.table({"a": [b"x" * SIZE], "b": [1]})
    pq.write_table(table, path, compression="zstd")
    assert path.stat().st_size < MIB


def packed(path):
    """Write 160 MiB of rows into a small file."""
    with gzip.open(path, "wb", 1) as file:
        file.write(b"a,b\n")
        for _ in range(SIZE >> 20):
            file.write(b"1,2\n" * (MIB >> 2))


def rows(path):
    """Write the same rows as they are."""
    with path.open("wb") as file:
        file.write(b"a,b\n")
        for _ in range(SIZE >> 20):
            file.write(b"1,2\n" * (MIB >> 2))


def line(path):
    """Write a line of 160 MiB below a header."""
    with path.open("wb") as file:
        file.write(b"a,b\n1,")
        for _ in range(SIZE >> 20):
            file.write(b"x" * MIB)


@pytest.fixture
def limits(monkeypatch):
    def limit(mebibytes):
        narrow = IsolationLimits(
            memory_bytes=mebibytes << 20, maps_files=True, cpu_seconds=90, file_cpu_seconds=90
        )
        monkeypatch.setattr(wiring_of_tables, "limits_at_terminal", lambda: narrow)

    return limit


@pytest.mark.parametrize("write", [cells, packed, rows, line])
def test_what_needs_more_memory_ends_in_one_sentence_and_is_read_where_it_may(
    capfd, tmp_path, limits, write
):
    reference, current = tmp_path / "reference.csv", tmp_path / "current"
    reference.write_text("a,b\n" + "1,2\n" * 100)
    write(current)
    limits(220)
    refused = call(capfd, "drift", str(reference), str(current))
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error: ")
    assert refused.err.count("\n") == 1
    assert "memory" in refused.err, refused.err
    limits(6000)
    assert call(capfd, "drift", str(reference), str(current)).code == 0


def test_one_line_without_an_end_is_refused_before_it_is_read(capfd, tmp_path, limits):
    path = tmp_path / "line.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)
        for _ in range(8):
            file.write(b"x" * MIB)
    limits(220)
    refused = call(capfd, "drift", str(path), str(path))
    assert (refused.code, refused.err.count("\n")) == (2, 1)
    assert "no header of at most" in refused.err


def test_a_reader_that_never_ends_is_left(capfd, tmp_path, monkeypatch):
    brief = IsolationLimits(wall_seconds=0, maps_files=True)
    monkeypatch.setattr(wiring_of_tables, "limits_at_terminal", lambda: brief)
    (tmp_path / "a.csv").write_text("a\n1\n")
    late = call(capfd, "drift", *[str(tmp_path / "a.csv")] * 2)
    assert (late.code, late.err.count("\n")) == (2, 1)
    assert "longer than 0 seconds" in late.err
