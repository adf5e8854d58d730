"""Tests of which file a run did not find."""

import pytest

from mlops_platform.core.failures.files import missing_file, plain_path, tail_in
from mlops_platform_tests.core.failures.failing import printed, ran


@pytest.mark.parametrize(
    ("log", "path", "own", "is_written"),
    [
        ("data_pd", "data/train.csv", "data/train.csv", False),
        ("data_list", "data/images", "data/images", False),
        ("data_open", "/home/alice/proj/data/train.csv", None, False),
        ("data_win", "C:/Users/bob/proj/data/train.csv", None, False),
        ("folder", "results/m.txt", "results/m.txt", True),
        ("folder_log", "/box/src/logs/run.log", "logs/run.log", True),
        ("folder_pd", "results/out", "results/out", True),
        ("folder_xgb", "models/m.json", "models/m.json", True),
    ],
)
def test_the_path_and_what_was_wanted_of_it(
    log: str, path: str, own: str | None, is_written: bool
) -> None:
    found = missing_file(ran(printed(log)).failure)
    assert found is not None
    assert (found.path, found.own, found.is_written) == (path, own, is_written)


def test_a_file_that_was_looked_for_on_the_way_is_not_meant() -> None:
    assert missing_file(ran(printed("mpl_style")).failure) is None


@pytest.mark.parametrize("log", ["own_key", "mod_pkg", "net_req", "argp"])
def test_other_failures_miss_no_file(log: str) -> None:
    assert missing_file(ran(printed(log)).failure) is None


def test_a_path_of_windows_has_slashes_too() -> None:
    assert plain_path("C:\\\\data\\x.csv") == "C:/data/x.csv"


def test_the_longest_common_end_is_found() -> None:
    files = frozenset({"proj/data/a.csv", "data/a.csv", "data/b/c.csv", "x/c.csv"})
    assert tail_in("/home/me/proj/data/a.csv", files) == "proj/data/a.csv"
    assert tail_in("/home/me/data/b", files) == "data/b"
    assert tail_in("/home/me/a.csv", files) is None
    assert tail_in("/home/me/nothing.csv", files) is None
    assert tail_in("/", files) is None
