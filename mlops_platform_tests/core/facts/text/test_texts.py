"""Reading files: what is decoded, what is refused, and that nothing outside is opened."""

import os

import pytest

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.text.texts import (
    actual,
    decode,
    line_of,
    read_bytes,
    read_head,
    read_text,
    shown,
)
from mlops_platform_tests.drawing import draw_checkout


def reason(outcome):
    assert isinstance(outcome, UnreadFile), f"was read: {outcome!r}"
    return outcome.reason


@pytest.mark.parametrize(
    "data",
    [
        "numpy é\n".encode(),
        "numpy é\n".encode("utf-8-sig"),
        "numpy é\n".encode("utf-16"),
        "numpy é\n".encode("utf-16-le"),
        "numpy é\n".encode("utf-16-be"),
        "numpy é\n".encode("utf-32"),
        "numpy é\n".encode("latin-1"),
        b"numpy \xc3\xa9\r\n",
        b"numpy \xc3\xa9\r",
    ],
)
def test_text_is_decoded_whatever_its_encoding(data):
    assert decode(data) == "numpy é\n"


def test_control_characters_become_visible_and_lines_stay():
    assert decode(b"a\x1b[31mb\nc\xe2\x80\xaed\te\n") == "a\ufffd[31mb\nc\ufffdd\te\n"


def test_binary_content_is_not_text(tmp_path):
    checkout = draw_checkout(tmp_path, {"requirements.txt": b"\x89PNG\x00\x01\x00\x00\xff\x00abc"})
    assert reason(read_text(checkout, "requirements.txt")) == "not text"


def test_a_file_within_the_limit_is_read_and_a_larger_one_is_not(tmp_path):
    checkout = draw_checkout(tmp_path, {"a/b.txt": "x" * 10})
    assert read_bytes(checkout, "a/b.txt", 10) == b"x" * 10
    assert "larger than 9 bytes" in reason(read_bytes(checkout, "a/b.txt", 9))
    assert read_head(checkout, "a/b.txt", 3) == b"xxx"


def test_links_are_not_followed_but_the_file_beside_them_is_read(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.txt").write_text("secret")
    checkout = draw_checkout(
        tmp_path,
        {"real/key.txt": "ours"},
        links={
            "passwd": "/etc/passwd",
            "out.txt": "../secret/key.txt",
            "folder": tmp_path / "secret",
            "inside": "real",
        },
    )
    assert read_text(checkout, "real/key.txt") == "ours"
    for path in ("passwd", "out.txt", "folder/key.txt", "inside/key.txt"):
        assert "cannot be opened" in reason(read_text(checkout, path))


@pytest.mark.parametrize("path", ["/etc/passwd", "../project/a.txt", "a/../../b", "", "."])
def test_paths_that_leave_the_tree_are_refused(tmp_path, path):
    checkout = draw_checkout(tmp_path, {"a.txt": "a"})
    assert "cannot be opened" in reason(read_text(checkout, path))


def test_a_pipe_does_not_block(tmp_path):
    checkout = draw_checkout(tmp_path, {})
    os.mkfifo(checkout.root / "pipe")
    assert reason(read_text(checkout, "pipe")) == "not a regular file"


def test_a_folder_is_not_a_file(tmp_path):
    checkout = draw_checkout(tmp_path, {"folder/": ""})
    assert "folder" not in reason(read_text(checkout, "folder"))


def test_a_file_that_was_set_aside_is_not_opened_again(tmp_path):
    aside = UnreadFile(path="bad.py", reason="it killed the reader")
    checkout = draw_checkout(tmp_path, {"bad.py": "1", "good.py": "2"}, set_aside=(aside,))
    assert read_text(checkout, "bad.py") is aside
    assert read_text(checkout, "good.py") == "2"


@pytest.mark.parametrize(
    "name",
    ["plain.py", "caf\udce9.csv", "a\x1b[2Jb.py", "win\\x41.py", "rtl\u202efdp.exe", "日本.md"],
)
def test_names_are_shown_harmless_and_can_still_be_opened(tmp_path, name):
    checkout = draw_checkout(tmp_path, {name: "content"})
    path = shown(name)
    assert not set(path) & {"\x1b", "\u202e", "\udce9"}
    path.encode()
    assert actual(path) == name
    assert read_text(checkout, path) == "content"


def test_a_line_is_found_from_a_line_on():
    text = "a\nb\na\n"
    assert line_of(text, "a") == 1
    assert line_of(text, "a", after=2) == 3
    assert line_of(text, "a", after=4) is None
    assert line_of(text, "c") is None
    assert line_of(text, "a", after=9) is None
