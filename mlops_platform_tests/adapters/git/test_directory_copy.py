import time

import pytest

from mlops_platform.adapters.bounded_process import DeadlinePassedError
from mlops_platform.adapters.git.directory_copy import CopyOrder, copy_directory
from mlops_platform.adapters.git.tree_limits import CheckoutLimits, TooLargeError


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source"
    (folder / "a/b").mkdir(parents=True)
    (folder / "a/b/c.txt").write_text("c")
    (folder / "d.txt").write_text("dd")
    (folder / "link").symlink_to("a")
    (folder / "a/.git").mkdir()
    (folder / "a/.git/config").write_text("never copied")
    return folder


def order(source, name="copy", seconds=20.0, **limits):
    target = source.parent / name
    return CopyOrder(source, target, "it", CheckoutLimits(**limits), time.monotonic() + seconds)


def test_files_and_links_are_copied_without_git(source):
    copied = copy_directory(order(source))
    names = sorted(
        str(path.relative_to(source.parent / "copy"))
        for path in (source.parent / "copy").rglob("*")
    )
    assert names == ["a", "a/b", "a/b/c.txt", "d.txt", "link"]
    assert (source.parent / "copy/link").is_symlink()
    assert (copied.files, copied.size_bytes, copied.links) == (3, 3, ("link",))


def test_a_link_and_a_file_of_the_same_text_differ(source):
    first = copy_directory(order(source, "first")).digest
    (source / "link").unlink()
    (source / "link").write_text("a")
    assert copy_directory(order(source, "second")).digest != first


@pytest.mark.parametrize(
    "limits", [{"files": 2}, {"size_bytes": 2}, {"folder_depth": 1}, {"path_bytes": 6}]
)
def test_each_limit_ends_the_copy(source, limits):
    with pytest.raises(TooLargeError):
        copy_directory(order(source, **limits))
    assert copy_directory(order(source, "whole", files=3, size_bytes=3, folder_depth=2))


def test_the_deadline_ends_the_copy(source):
    with pytest.raises(DeadlinePassedError):
        copy_directory(order(source, seconds=-1))
