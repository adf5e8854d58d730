from datetime import UTC, datetime
from pathlib import Path

import pytest

from mlops_platform.adapters.git.fetched_tree import date_of, lead_outside_links_nowhere


def header(committer):
    return b"1" * 40 + b"\ntree 1\nauthor A <a> 5 +0000\ncommitter " + committer + b"\n\nmessage\n"


def test_the_commit_date_is_the_committers():
    assert date_of(header(b"C <c@d> 1700000000 +0100")) == datetime.fromtimestamp(1700000000, UTC)


@pytest.mark.parametrize(
    "committer",
    [b"C <c@d> 99999999999999999 +0000", b"C <c@d> " + b"9" * 30 + b" +0000", b"C <c@d>", b"\xff"],
)
def test_what_is_no_date_is_unknown(committer):
    assert date_of(header(committer)) is None


def test_a_message_cannot_pretend_to_be_the_committer():
    text = b"1\ntree 1\n\ncommitter X <x> 1 +0000\n"
    assert date_of(text) is None


def test_only_links_that_lead_out_are_led_nowhere(tmp_path):
    tree = tmp_path / "tree"
    (tree / "sub").mkdir(parents=True)
    (tree / "a").write_text("a")
    (tmp_path / "tree-beside").write_text("secret")
    targets = {
        "in": "a",
        "sub/up": "../a",
        "out": "../tree-beside",
        "absolute": "/etc",
        "gone": "no",
    }
    for name, target in targets.items():
        (tree / name).symlink_to(target)
    lead_outside_links_nowhere(tree, tuple(targets))
    assert (tree / "in").read_text() == (tree / "sub/up").read_text() == "a"
    assert (tree / "gone").readlink() == Path("no")
    assert all(
        (tree / name).is_symlink() and not (tree / name).exists() for name in ("out", "absolute")
    )
