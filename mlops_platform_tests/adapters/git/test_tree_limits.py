import pytest

from mlops_platform.adapters.git.tree_limits import (
    CheckoutLimits,
    TooLargeError,
    measure,
    read_listing,
)

ID = b"a" * 40
LIMITS = CheckoutLimits(files=3, size_bytes=1 << 20, folder_depth=2, path_bytes=10)


def entry(path, mode=b"100644", size=b"7"):
    kind = b"commit" if mode == b"160000" else b"blob"
    return b"%s %s %s %7s\t%s\0" % (mode, kind, ID, size, path)


def test_files_links_and_submodules_are_told_apart():
    printed = entry(b"a.py") + entry(b"l\xff", b"120000") + entry(b"s\x1b", b"160000", b"-")
    listing = read_listing(printed, "it", LIMITS)
    assert listing == (2, 14, ("l\udcff",), ("s\\x1b",))
    assert read_listing(b"", "it", LIMITS).files == 0


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (b"".join(entry(b"f%d" % n) for n in range(4)), "more than 3 files"),
        (b"".join(entry(b"s%d" % n, b"160000", b"-") for n in range(4)), "more than 3 files"),
        (entry(b"f", size=b"1048577"), "more than 1 MiB"),
        (entry(b"a/b/c/d"), "2 folders"),
        (entry(b"f" * 11), "10 bytes"),
    ],
)
def test_each_limit_is_named(printed, words):
    with pytest.raises(TooLargeError, match=words):
        read_listing(printed, "it", LIMITS)


def test_just_within_the_limits_is_accepted():
    printed = b"".join(entry(b"a/b/f%d" % n) for n in range(3))
    assert read_listing(printed, "it", LIMITS).files == 3


def test_a_folder_is_measured_without_following_links(tmp_path):
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/f").write_bytes(bytes(100))
    (tmp_path / "loop").symlink_to(".")
    assert measure(tmp_path, "it", LIMITS) == (2, 101)
    assert measure(tmp_path / "absent", "it", LIMITS) == (0, 0)
    with pytest.raises(TooLargeError):
        measure(tmp_path, "it", CheckoutLimits(files=1))
