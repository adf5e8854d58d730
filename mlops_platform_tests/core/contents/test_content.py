import io
import zipfile

import pytest

from mlops_platform.core.contents import content
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content
from mlops_platform_tests.core.facts.tables.damaged_archives import (
    NOWHERE,
    PACKINGS,
    archive_of_nothing,
    damaged_archive,
)


def test_the_members_of_an_archive_are_named_and_read():
    found = draw_content("m.pt", archive({"a/data.pkl": b"x", "a/version": b"3"}))
    assert found.members == ("a/data.pkl", "a/version")
    assert found.member("a/version") == b"3"
    assert found.member("a/other") == b""


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_damaged_member_is_empty(packing):
    drawn = damaged_archive("data.pkl", b"a table" * 999, packing)
    assert draw_content("m.pt", drawn).members == ("data.pkl",)
    assert draw_content("m.pt", drawn).member("data.pkl") == b""


@pytest.mark.parametrize("place", NOWHERE)
def test_a_member_that_lies_nowhere_is_empty(place):
    assert draw_content("m.pt", archive_of_nothing("data.pkl", place)).member("data.pkl") == b""


def test_a_member_that_is_too_large_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(content, "LARGEST_MEMBER", 1000)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("fits", bytes(1000))
        made.writestr("bomb", bytes(1001))
    found = draw_content("m.pt", file.getvalue())
    assert (len(found.member("fits")), found.member("bomb")) == (1000, b"")
