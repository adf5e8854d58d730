import io
import zipfile
from contextlib import ExitStack

import pytest

from mlops_platform.core.facts.tables import archive
from mlops_platform.core.facts.tables.archive import open_member
from mlops_platform.core.facts.tables.faults import UnreadableTableError
from mlops_platform_tests.core.facts.tables.damaged_archives import (
    NOWHERE,
    PACKINGS,
    archive_of_nothing,
    archive_of_the_nameless,
    damaged_archive,
)
from mlops_platform_tests.core.facts.tables.drawn_tables import described, refused

TABLE = b"age,name\n" + b"31,ann\n45,bob\n" * 20


def zipped(members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return file


def opened(members):
    with ExitStack() as stack:
        member = open_member(zipped(members), stack)
        return member.name, member.others, member.stream.read()


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"only.bin": b"x"}, ("only.bin", 0, b"x")),
        ({"README.md": b"words", "a.csv": b"x"}, ("a.csv", 0, b"x")),
        ({"__MACOSX/._a.csv": b"longer", "a.csv": b"x"}, ("a.csv", 0, b"x")),
        ({"a.csv": b"x", "b.csv": b"xyz", "c.tsv": b"xy"}, ("b.csv", 2, b"xyz")),
        ({"b.csv": b"same", "a.csv": b"size"}, ("a.csv", 1, b"size")),
        ({"../../etc/a.csv": b"x"}, ("../../etc/a.csv", 0, b"x")),
        ({"evil\x1b[31m.csv": b"x"}, ("evil\ufffd[31m.csv", 0, b"x")),
    ],
)
def test_the_largest_of_the_tables_is_read(members, found):
    assert opened(members) == found


def test_files_that_are_no_tables_are_refused():
    with pytest.raises(UnreadableTableError, match="2 files"):
        opened({"a.md": b"x", "b.md": b"y"})


def test_an_archive_of_too_many_files_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    with pytest.raises(UnreadableTableError, match="too many"):
        opened({f"{n}.csv": b"x" for n in range(3)})


def test_an_archive_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 20)
    with pytest.raises(UnreadableTableError, match="too large"):
        opened({"a.csv": b"x"})


def test_what_is_left_out_is_said(tmp_path):
    packed = zipped({"train.csv": TABLE, "test.csv": TABLE[:40]}).getvalue()
    profile = described(tmp_path, packed, "data.zip")
    assert profile.rows == 40
    assert not profile.is_whole
    assert profile.limit == "only train.csv, one of 2 tables in the archive, was read"


def test_the_member_tells_the_format(tmp_path):
    lines = b'{"a": 1}\n{"a": 2}\n'
    profile = described(
        tmp_path, zipped({"README.md": b"", "rows.jsonl": lines}).getvalue(), "d.zip"
    )
    assert (profile.format, profile.rows, profile.is_whole) == ("jsonl", 2, True)


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_damaged_archive_is_one_sentence(tmp_path, packing):
    assert "damaged" in refused(tmp_path, damaged_archive("a.csv", TABLE * 99, packing), "a.zip")


@pytest.mark.parametrize("place", NOWHERE)
def test_an_archive_that_points_nowhere_is_one_sentence(tmp_path, place):
    assert "cannot be opened" in refused(tmp_path, archive_of_nothing("a.csv", place), "a.zip")


def test_an_archive_of_the_nameless_is_one_sentence(tmp_path):
    assert "cannot be opened" in refused(tmp_path, archive_of_the_nameless(), "a.zip")
