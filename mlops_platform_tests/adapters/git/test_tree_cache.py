import os
import time

import pytest

from mlops_platform.adapters.git.tree_cache import (
    LEFTOVER_SECONDS,
    UNUSED_SECONDS,
    TreeCache,
    TreeRecord,
)

KEY, COMMIT = "github.com/o/n", "a" * 40


def record(**changes):
    fields = {
        "commit": COMMIT,
        "committed_at": None,
        "submodules": ("s",),
        "files": 1,
        "size_bytes": 4,
    }
    return TreeRecord.model_validate(fields | changes)


def keep(cache, body="text", **changes):
    with cache.workplace() as place:
        (place / "tree").mkdir()
        (place / "tree/a.txt").write_text(body)
        return cache.keep(KEY, record(**changes), place)


@pytest.fixture
def cache(tmp_path):
    return TreeCache(tmp_path / "kept")


def test_what_was_kept_is_found(cache):
    kept = keep(cache)
    assert cache.find(KEY, COMMIT) == kept
    assert (kept.root / "a.txt").read_text() == "text"
    assert kept.submodules == ("s",)
    assert cache.find(KEY, "b" * 40) is None
    assert cache.find("github.com/o/other", COMMIT) is None


def test_the_first_whole_tree_stays_and_a_broken_one_is_replaced(cache):
    first = keep(cache)
    inode = first.root.stat().st_ino
    assert keep(cache).root.stat().st_ino == inode
    (first.root / "a.txt").unlink()
    assert cache.find(KEY, COMMIT) is None
    assert keep(cache).root.stat().st_ino != inode


def test_a_tree_that_is_not_as_recorded_is_not_kept(cache):
    with pytest.raises(OSError, match="cannot keep"):
        keep(cache, size_bytes=5)


@pytest.mark.parametrize("commit", ["", "..", "../" * 3 + "etc", "HEAD", "a" * 41])
def test_a_commit_that_is_none_is_not_looked_for(cache, commit):
    keep(cache)
    assert cache.find(KEY, commit) is None


def test_a_record_of_another_commit_or_format_is_not_believed(cache):
    root = keep(cache).root
    for changes in ({"commit": "b" * 40}, {"format": 0}):
        (root.parent / "checkout.json").write_text(record(**changes).model_dump_json())
        assert cache.find(KEY, COMMIT) is None
    (root.parent / "checkout.json").write_text(record().model_dump_json())
    assert cache.find(KEY, COMMIT) is not None


def test_the_place_of_work_is_removed_and_so_are_old_leftovers(cache, tmp_path):
    old, young = (tmp_path / "kept/.partial" / name for name in ("old", "young"))
    for leftover in (old, young):
        leftover.mkdir(parents=True)
    past = old.stat().st_mtime - LEFTOVER_SECONDS - 10
    os.utime(old, (past, past))
    with cache.workplace() as place:
        assert place.is_dir()
    assert not place.exists()
    assert not old.exists()
    assert young.exists()


def test_the_latest_commit_of_a_directory_is_remembered(cache):
    keep(cache)
    assert cache.latest(KEY) is None
    cache.name_latest(KEY, COMMIT)
    assert cache.latest(KEY) == COMMIT


def test_of_many_commits_the_last_used_stay(cache, tmp_path):
    commits = [letter * 40 for letter in "abcdef"]
    for commit in commits[:5]:
        keep(cache, commit=commit)
    past = time.time() - UNUSED_SECONDS - 10
    for commit in commits[:4]:
        os.utime(tmp_path / f"kept/{KEY}/@{commit}/checkout.json", (past, past))
    assert cache.find(KEY, "b" * 40) is not None
    keep(cache, commit=commits[5])
    left = {path.name for path in (tmp_path / f"kept/{KEY}").iterdir()}
    assert left == {f"@{letter * 40}" for letter in "bef"}
    assert not any((tmp_path / "kept/.partial").iterdir())
