"""What a hostile repository, address or ref tries; each beside what an honest one may do."""

import os
import subprocess
import time

import pytest

from mlops_platform.adapters.git.safe_command import GitCall, GitFailedError, GitSite, run_git
from mlops_platform.adapters.git.tree_limits import CheckoutLimits
from mlops_platform.adapters.git_checkouts import FetchSettings, GitCheckouts
from mlops_platform.core.checkout import Revision
from mlops_platform.core.errors import RefusedRepositoryError, UnreachableRepositoryError
from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform_tests.servers.bare_repositories import (
    Link,
    Submodule,
    make_bare_repository,
    make_raw_repository,
    make_tree_bomb,
)
from mlops_platform_tests.servers.git_server import serve_repositories

pytestmark = pytest.mark.integration

KEY = "github.com/owner/name"


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


def sentence_of(error, action):
    with pytest.raises(error) as raised:
        action()
    assert str(raised.value).isprintable()
    return str(raised.value)


def test_links_to_outside_lead_nowhere_and_links_inside_still_lead(bare, tmp_path, checkouts):
    (tmp_path / "secret").write_text("secret")
    make_bare_repository(
        bare,
        "owner/name",
        {
            "a.txt": "inside",
            "deep/link": Link("../a.txt"),
            "absolute": Link(str(tmp_path / "secret")),
            "dots": Link("../" * 30 + str(tmp_path / "secret").lstrip("/")),
            "folder": Link(str(tmp_path)),
            "chain": Link("absolute"),
            "chain2": Link("folder/secret"),
            "loop": Link("loop"),
            "root": Link("."),
        },
    )
    root = checkouts.fetch(KEY).root
    assert (root / "deep/link").read_text() == "inside"
    for name in ("absolute", "dots", "folder", "chain", "chain2", "loop"):
        assert (root / name).is_symlink()
        with pytest.raises(OSError, match=name):
            (root / name).read_bytes()
    reached = [os.path.realpath(path) for path in root.rglob("*")]
    assert all(path.startswith(os.path.realpath(root)) for path in reached)


def test_a_submodule_with_a_command_for_an_address_runs_nothing(bare, tmp_path, checkouts):
    canary = tmp_path / "canary"
    modules = f'[submodule "s"]\n\tpath = s\n\turl = ext::sh -c "touch% {canary}"\n'
    make_bare_repository(bare, "owner/name", {".gitmodules": modules, "s": Submodule(), "a": "1"})
    checkout = checkouts.fetch(KEY)
    assert checkout.submodules == ("s",)
    assert (checkout.root / ".gitmodules").read_text() == modules
    assert not canary.exists()
    careless = ["git", "-c", "protocol.allow=always", "clone", "--recurse-submodules"]
    subprocess.run([*careless, bare / "owner/name.git", tmp_path / "clone"], check=False)
    assert canary.exists()


@pytest.mark.parametrize(
    ("name", "url"), [("-x", "https://example.org/x"), ("s", "--upload-pack=touch")]
)
def test_an_option_for_a_submodule_is_refused(bare, checkouts, name, url):
    modules = f'[submodule "s"]\n\tpath = {name}\n\turl = {url}\n'
    make_bare_repository(bare, "owner/name", {".gitmodules": modules, "a": "1"})
    assert "could harm" in sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(KEY))


@pytest.mark.parametrize("name", [".git/hooks/post-checkout", ".GIT/config", "a/../b", "git~1/x"])
def test_a_path_into_git_or_upwards_is_refused(bare, checkouts, name):
    make_bare_repository(bare, "owner/name", {"honest": "1"})
    assert checkouts.fetch(KEY)
    make_raw_repository(bare, "owner/name", name, "#!/bin/sh\n")
    assert "could harm" in sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(KEY))


def test_attributes_of_the_tree_change_no_byte(bare, checkouts):
    attributes = "* text eol=crlf ident filter=lfs working-tree-encoding=UTF-16\n"
    body = "$Id$\na\nb\n"
    make_bare_repository(bare, "owner/name", {".gitattributes": attributes, "a.txt": body})
    assert (checkouts.fetch(KEY).root / "a.txt").read_bytes() == body.encode()


def test_a_large_file_pointer_is_kept_as_it_is(bare, checkouts):
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 9999\n"
    files = {".gitattributes": "*.bin filter=lfs diff=lfs merge=lfs -text\n", "m.bin": pointer}
    make_bare_repository(bare, "owner/name", files)
    assert (checkouts.fetch(KEY).root / "m.bin").read_text() == pointer


def test_names_that_are_no_text_or_no_name_come_through_as_they_are(bare, checkouts):
    names = [
        b"caf\xe9.txt",
        b"\x1b[31mred.txt",
        b"<script>alert(1)</script>.py",
        b"a\nb.txt",
        b"-rf",
    ]
    make_bare_repository(bare, "owner/name", dict.fromkeys(names, "x"))
    found = {
        os.fsencode(path.relative_to(root))
        for root in [checkouts.fetch(KEY).root]
        for path in root.rglob("*.*")
    }
    assert found >= {b"caf\xe9.txt", b"\x1b[31mred.txt", b"a\nb.txt"}


def test_a_submodule_with_escapes_in_its_path_is_shown_escaped(bare, checkouts):
    make_bare_repository(bare, "owner/name", {b"\x1b[31m\xff": Submodule(), "a": "1"})
    (path,) = checkouts.fetch(KEY).submodules
    assert path.isprintable()


@pytest.mark.parametrize("date", ["99999999999999999 +0000", "253402300800 +0000"])
def test_a_commit_date_out_of_range_is_unknown(bare, checkouts, date):
    make_bare_repository(bare, "owner/name", {"a": "1"}, date=date)
    assert checkouts.fetch(KEY).revision.committed_at is None


def test_too_many_files_are_one_sentence_that_names_the_limit(bare, checkouts_with):
    make_bare_repository(bare, "owner/name", {f"f{n}": "x" for n in range(11)})
    words = sentence_of(RefusedRepositoryError, lambda: checkouts_with(files=10).fetch(KEY))
    assert "more than 10 files" in words
    assert checkouts_with(files=11).fetch(KEY)


def test_too_many_bytes_are_one_sentence_that_names_the_limit(bare, checkouts_with):
    make_bare_repository(bare, "owner/name", {"zeros": bytes(3 << 20)})
    words = sentence_of(
        RefusedRepositoryError, lambda: checkouts_with(size_bytes=2 << 20).fetch(KEY)
    )
    assert "more than 2 MiB" in words
    assert checkouts_with(size_bytes=4 << 20).fetch(KEY)


def test_a_pack_that_is_too_large_is_left_while_it_arrives(bare, tmp_path, checkouts_with):
    make_bare_repository(bare, "owner/name", {"noise": os.urandom(8 << 20)})
    words = sentence_of(
        RefusedRepositoryError, lambda: checkouts_with(size_bytes=1 << 20).fetch(KEY)
    )
    assert "more than 1 MiB" in words
    assert list((tmp_path / "checkouts/.partial").iterdir()) == []
    assert checkouts_with(size_bytes=9 << 20).fetch(KEY)


def test_a_tree_that_unfolds_without_end_is_refused_before_it_is_written(bare, checkouts):
    make_tree_bomb(bare, "owner/name", levels=9)
    words = sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(KEY))
    assert "more than 50000 files" in words
    make_tree_bomb(bare, "owner/small", levels=2)
    assert checkouts.fetch("github.com/owner/small")


def test_a_path_too_deep_to_walk_is_refused(bare, checkouts):
    make_bare_repository(bare, "owner/name", {"d/" * 201 + "f": "x"})
    assert "200 folders" in sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(KEY))
    make_bare_repository(bare, "owner/name", {"d/" * 200 + "f": "x"})
    assert checkouts.fetch(KEY)


@pytest.mark.parametrize(
    "ref",
    [
        "--upload-pack=touch",
        "-x",
        "a\nb",
        "a\x1b[31m",
        "a b",
        "a..b",
        "a:b",
        "a^{tree}",
        "x.lock",
        "",
        "r" * 251,
    ],
)
def test_a_ref_that_is_no_name_is_refused_without_asking_the_server(bare, server, checkouts, ref):
    make_bare_repository(bare, "owner/name", {"a": "1"})
    sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(KEY, ref))
    assert server.requests == []


@pytest.mark.parametrize("commit", ["../../../etc", "HEAD", "", "a" * 39, "--all"])
def test_a_revision_whose_commit_is_no_id_is_refused(server, checkouts, commit):
    revision = Revision(repository=KEY, url=None, commit=commit)
    sentence_of(UnreachableRepositoryError, lambda: checkouts.at(revision))
    assert server.requests == []


@pytest.mark.parametrize(
    "key",
    ["https://u:p@github.com/o/n", "github.com/../n", "local/../../etc", "--x", "file:///etc"],
)
def test_a_key_that_is_none_reaches_no_server(server, checkouts, key):
    sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(key))
    assert server.requests == []


def test_a_private_host_is_refused_unless_the_operator_named_it(bare, server, tmp_path):
    make_bare_repository(bare, "owner/name", {"a": "1"})
    port = server.url.rpartition(":")[2]
    key = f"localhost:{port}/owner/name"
    strict = GitCheckouts(tmp_path / "c", FetchSettings(read_git_hosts("", "")))
    assert "not a host on" in sentence_of(RefusedRepositoryError, lambda: strict.fetch(key))
    named = GitCheckouts(
        tmp_path / "c", FetchSettings(read_git_hosts("", f"localhost:{port}"), pause_seconds=0)
    )
    # It is asked now, over HTTPS, which this server does not speak.
    sentence_of(UnreachableRepositoryError, lambda: named.fetch(key))
    mirrored = GitCheckouts(
        tmp_path / "c", FetchSettings(read_git_hosts(f"localhost:{port}={server.url}", ""))
    )
    assert mirrored.fetch(key)


def test_nothing_of_this_machines_configuration_is_used(bare, tmp_path, checkouts, monkeypatch):
    canary = tmp_path / "canary"
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        (hooks / hook).write_text(f"#!/bin/sh\ntouch {canary}\n")
        (hooks / hook).chmod(0o755)
    config = tmp_path / "gitconfig"
    config.write_text(
        f'[core]\n\thooksPath = {hooks}\n\tfsmonitor = "touch {canary}"\n'
        f'[credential]\n\thelper = "!touch {canary}"\n'
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("GIT_SSH_COMMAND", f"touch {canary}")
    monkeypatch.setenv("GIT_PROXY_COMMAND", f"touch {canary}")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    make_bare_repository(bare, "owner/name", {"a": "1"})
    assert checkouts.fetch(KEY)
    assert not canary.exists()
    subprocess.run(["git", "clone", bare / "owner/name.git", tmp_path / "clone"], check=True)
    assert canary.exists()


def test_the_connection_goes_to_the_address_that_was_checked(bare, server, tmp_path):
    make_bare_repository(bare, "owner/name", {"a": "1"})
    port = server.url.rpartition(":")[2]
    address = f"http://no-such-host.invalid:{port}/owner/name.git"
    site = GitSite(tmp_path, tmp_path / "git")
    arguments = ("ls-remote", "--", address, "HEAD")
    pin = ("http.curloptResolve", f"no-such-host.invalid:{port}:127.0.0.1")
    deadline = time.monotonic() + 30
    assert b"HEAD" in run_git(site, GitCall(arguments, (pin,), "http"), deadline)
    with pytest.raises(GitFailedError, match="resolve host"):
        run_git(site, GitCall(arguments, (), "http"), deadline)


def test_a_file_of_200_mb_ends_in_a_checkout(bare, checkouts):
    make_bare_repository(bare, "owner/name", {"data.csv": b"1,2,3\n" * (200_000_000 // 6)})
    assert (checkouts.fetch(KEY).root / "data.csv").stat().st_size > 199_000_000


def test_100_000_files_end_in_one_sentence(bare, checkouts):
    make_bare_repository(bare, "owner/name", {f"d{n % 100}/f{n}": "x" for n in range(100_000)})
    words = sentence_of(RefusedRepositoryError, lambda: checkouts.fetch(KEY))
    assert "more than 50000 files" in words
