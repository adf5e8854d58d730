import time

import pytest

from mlops_platform.adapters.git.safe_command import (
    GitCall,
    GitFailedError,
    GitSite,
    check_version,
    run_git,
)
from mlops_platform.core.errors import PlatformError


@pytest.fixture
def site(tmp_path):
    return GitSite(tmp_path, tmp_path / "git")


def soon():
    return time.monotonic() + 20


def fake_git(tmp_path, monkeypatch, script):
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "git").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_git_answers_and_its_version_will_do(site):
    assert run_git(site, GitCall(("version",)), soon()).startswith(b"git version")
    check_version(site, soon())


def test_an_error_of_git_is_kept_without_escapes(site, tmp_path, monkeypatch):
    fake_git(tmp_path, monkeypatch, r"printf 'fatal: \033[31mred\nmore\377' >&2; exit 1")
    with pytest.raises(GitFailedError) as error:
        run_git(site, GitCall(("fetch",)), soon())
    assert str(error.value).isprintable()
    assert "red; more" in str(error.value)


def test_an_old_or_absent_git_is_one_sentence(site, tmp_path, monkeypatch):
    fake_git(tmp_path, monkeypatch, "echo git version 2.36.9")
    with pytest.raises(PlatformError, match=r"older than 2\.37"):
        check_version(site, soon())
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(PlatformError, match="not installed"):
        check_version(site, soon())


@pytest.mark.parametrize(
    "address", ["ext::touch canary", "file:///tmp", "ssh://h/o/n", "git://h/o/n"]
)
def test_only_the_named_protocol_is_spoken(site, address):
    with pytest.raises(GitFailedError, match="not allowed"):
        run_git(site, GitCall(("ls-remote", "--", address), (), "https"), soon())


def test_the_environment_holds_nothing_of_ours(site, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_SSH_COMMAND", "touch canary")
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    fake_git(tmp_path, monkeypatch, "env; pwd")
    seen = run_git(site, GitCall(("version",)), soon()).decode()
    assert "GIT_TERMINAL_PROMPT=0" in seen
    assert "GIT_SSH_COMMAND" not in seen
    assert "secret" not in seen
    assert seen.rstrip().endswith("/empty")
