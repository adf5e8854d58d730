import threading
import time
from datetime import UTC, datetime

import pytest

from mlops_platform.adapters import git_checkouts
from mlops_platform.adapters.git.tree_limits import CheckoutLimits
from mlops_platform.adapters.git_checkouts import FetchSettings, GitCheckouts
from mlops_platform.core.checkout import Revision
from mlops_platform.core.errors import (
    PlatformError,
    RefusedRepositoryError,
    UnreachableRepositoryError,
)
from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform_tests.servers.bare_repositories import (
    Submodule,
    annotate,
    commit_id,
    make_bare_repository,
    point,
)
from mlops_platform_tests.servers.git_server import serve_repositories

pytestmark = pytest.mark.integration

KEY = "github.com/owner/name"
FILES = {"train.py": "print(1)\n", "src/model.py": "x = 1\n"}


@pytest.fixture
def bare(tmp_path):
    folder = tmp_path / "bare"
    folder.mkdir()
    return folder


@pytest.fixture
def server(bare):
    with serve_repositories(bare) as running:
        yield running


@pytest.fixture
def checkouts_with(tmp_path, server):
    def make(**limits):
        hosts = read_git_hosts(f"github.com={server.url}", "")
        settings = FetchSettings(hosts, limits=CheckoutLimits(**limits), pause_seconds=0.01)
        return GitCheckouts(tmp_path / "checkouts", settings)

    return make


@pytest.fixture
def checkouts(checkouts_with):
    return checkouts_with()


def texts(checkout):
    files = (path for path in checkout.root.rglob("*") if path.is_file())
    return {str(path.relative_to(checkout.root)): path.read_text() for path in files}


def sentence_of(error, checkouts, *arguments):
    with pytest.raises(error) as raised:
        checkouts.fetch(*arguments)
    sentence = str(raised.value)
    assert sentence.isprintable()
    assert sentence.endswith(".")
    return sentence


def test_a_repository_becomes_a_tree_without_git(bare, checkouts):
    commit = make_bare_repository(bare, "owner/name", {**FILES, "sub": Submodule()})
    checkout = checkouts.fetch(KEY)
    assert texts(checkout) == FILES
    assert not (checkout.root / ".git").exists()
    assert checkout.submodules == ("sub",)
    assert checkout.revision == Revision(
        repository=KEY,
        url="https://github.com/owner/name",
        commit=commit,
        committed_at=datetime.fromtimestamp(1700000000, UTC),
    )


def test_branches_tags_and_commits_lead_to_their_own_trees(bare, checkouts):
    old = make_bare_repository(bare, "owner/name", {"a": "old"})
    annotate(bare, "owner/name", "v1", old)
    point(bare, "owner/name", "refs/tags/plain", old)
    new = make_bare_repository(bare, "owner/name", {"a": "new"})
    point(bare, "owner/name", "refs/heads/feature/x", old)
    for ref in (
        "v1",
        "plain",
        "feature/x",
        "refs/tags/v1",
        "refs/heads/feature/x",
        old,
        old.upper(),
    ):
        assert checkouts.fetch(KEY, ref).revision.commit == old, ref
    for ref in (None, "HEAD", "main", "refs/heads/main", new):
        assert checkouts.fetch(KEY, ref).revision.commit == new, ref


def test_a_branch_wins_over_a_tag_of_the_same_name(bare, checkouts):
    old = make_bare_repository(bare, "owner/name", {"a": "old"})
    point(bare, "owner/name", "refs/tags/main", old)
    new = make_bare_repository(bare, "owner/name", {"a": "new"})
    assert checkouts.fetch(KEY, "main").revision.commit == new


def test_a_kept_commit_costs_no_request(bare, server, checkouts):
    commit = make_bare_repository(bare, "owner/name", FILES)
    first = checkouts.fetch(KEY)
    server.requests.clear()
    assert checkouts.fetch(KEY, commit) == first
    assert checkouts.at(first.revision) == first
    assert server.requests == []


def test_a_damaged_tree_is_fetched_again(bare, server, checkouts):
    make_bare_repository(bare, "owner/name", FILES)
    checkout = checkouts.fetch(KEY)
    record = checkout.root.parent / "checkout.json"
    damages = (
        (checkout.root / "train.py").unlink,
        lambda: (checkout.root / "train.py").write_text(""),
        lambda: (checkout.root / "new.py").write_text(""),
        lambda: record.write_text("{"),
        record.unlink,
        lambda: checkout.root.rename(checkout.root.parent / "elsewhere"),
    )
    for damage in damages:
        damage()
        server.requests.clear()
        assert texts(checkouts.at(checkout.revision)) == FILES
        assert server.requests


def test_many_can_fetch_the_same_commit_at_once(bare, tmp_path, checkouts):
    make_bare_repository(bare, "owner/name", FILES)
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(checkouts.fetch(KEY))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len({checkout.root for checkout in found}) == 1
    assert texts(found[0]) == FILES
    assert list((tmp_path / "checkouts/.partial").iterdir()) == []


def test_a_revision_is_fetched_again_when_it_is_no_longer_kept(bare, tmp_path, checkouts):
    commit = make_bare_repository(bare, "owner/name", FILES)
    make_bare_repository(bare, "owner/name", {"a": "newer"})
    revision = Revision(repository=KEY, url=None, commit=commit)
    assert texts(checkouts.at(revision)) == FILES


@pytest.mark.parametrize("mode", ["fail", "busy"])
def test_a_passing_failure_is_tried_again_and_a_lasting_one_three_times(
    bare, server, checkouts, mode
):
    make_bare_repository(bare, "owner/name", FILES)
    server.mode, server.times = mode, 2
    assert texts(checkouts.fetch(KEY)) == FILES
    server.times = None
    server.requests.clear()
    assert "could not be fetched" in sentence_of(UnreachableRepositoryError, checkouts, KEY)
    assert len(server.requests) == 3


def test_a_failure_between_the_two_steps_is_tried_again(bare, server, checkouts):
    make_bare_repository(bare, "owner/name", FILES)
    server.mode, server.times, server.only = "fail", 1, "git-upload-pack"
    assert texts(checkouts.fetch(KEY)) == FILES


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("missing", "not found, or it is private"),
        ("locked", "not found, or it is private"),
        ("redirect", "moved to another address"),
        ("html", "does not speak Git's protocol"),
        ("complain", "red"),
    ],
)
def test_a_refusing_server_is_one_sentence_and_not_asked_again(
    bare, server, checkouts, mode, words
):
    make_bare_repository(bare, "owner/name", FILES)
    server.mode, server.target = mode, server.url
    sentence = sentence_of(PlatformError, checkouts, KEY)
    assert words in sentence
    assert server.url not in sentence
    assert len(server.requests) <= 2
    server.mode = ""
    assert texts(checkouts.fetch(KEY)) == FILES


@pytest.mark.parametrize("mode", ["hang", "drip", "endless"])
def test_a_server_that_never_ends_is_left_at_the_deadline(bare, server, checkouts_with, mode):
    make_bare_repository(bare, "owner/name", FILES)
    server.mode = mode
    words = sentence_of(UnreachableRepositoryError, checkouts_with(seconds=1.5), KEY)
    assert "within 1.5 seconds" in words
    server.mode = ""
    assert texts(checkouts_with(seconds=60).fetch(KEY)) == FILES


def test_one_deadline_is_for_all_steps_and_tries(bare, server, checkouts_with):
    make_bare_repository(bare, "owner/name", FILES)
    server.mode, server.only = "hang", "git-upload-pack"
    started = time.monotonic()
    sentence_of(UnreachableRepositoryError, checkouts_with(seconds=2), KEY)
    assert time.monotonic() - started < 3.5


def test_an_absent_or_empty_repository_is_one_sentence(bare, checkouts):
    assert "not found" in sentence_of(UnreachableRepositoryError, checkouts, KEY)
    make_bare_repository(bare, "owner/name", FILES)
    point(bare, "owner/name", "refs/heads/other", commit_id(bare, "owner/name", "main"))
    (bare / "owner/name.git/HEAD").write_text("ref: refs/heads/absent\n")
    assert "shows no commit" in sentence_of(RefusedRepositoryError, checkouts, KEY)
    assert texts(checkouts.fetch(KEY, "other")) == FILES


def test_an_unknown_ref_or_commit_is_one_sentence(bare, checkouts):
    make_bare_repository(bare, "owner/name", FILES)
    assert "no branch or tag `nope`" in sentence_of(RefusedRepositoryError, checkouts, KEY, "nope")
    assert "no such commit" in sentence_of(RefusedRepositoryError, checkouts, KEY, "1" * 40)
    tree = commit_id(bare, "owner/name", "main^{tree}")
    assert "commit" in sentence_of(RefusedRepositoryError, checkouts, KEY, tree)


def test_a_host_that_needs_no_suffix_is_found_too(bare, server, checkouts):
    make_bare_repository(bare, "owner/name", FILES)
    server.mode, server.only = "missing", ".git/"
    assert texts(checkouts.fetch(KEY)) == FILES


def test_a_local_key_is_never_fetched(checkouts):
    words = sentence_of(UnreachableRepositoryError, checkouts, "local/name-0123456789ab")
    assert "analyze its directory again" in words


def test_the_newest_commit_is_asked_for_and_nothing_is_brought(bare, server, tmp_path, checkouts):
    first = make_bare_repository(bare, "owner/name", FILES)
    assert checkouts.newest_commit(KEY) == first
    point(bare, "owner/name", "refs/tags/v1", first)
    second = make_bare_repository(bare, "owner/name", {"train.py": "print(2)\n"})
    assert checkouts.newest_commit(KEY) == checkouts.newest_commit(KEY, "main") == second
    assert checkouts.newest_commit(KEY, "v1") == first
    asked = len(server.requests)
    assert checkouts.newest_commit(KEY, first.upper()) == first
    assert len(server.requests) == asked
    assert list((tmp_path / "checkouts").rglob("train.py")) == []
    with pytest.raises(RefusedRepositoryError, match="no branch or tag `v2`"):
        checkouts.newest_commit(KEY, "v2")


def test_a_host_that_hangs_is_left_within_the_time_of_a_look(bare, server, checkouts, monkeypatch):
    make_bare_repository(bare, "owner/name", FILES)
    monkeypatch.setattr(git_checkouts, "LOOK_SECONDS", 1)
    server.mode = "hang"
    with pytest.raises(UnreachableRepositoryError, match="within 1 seconds"):
        checkouts.newest_commit(KEY)
