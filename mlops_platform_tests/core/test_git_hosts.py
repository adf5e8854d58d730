import pytest

from mlops_platform.core.git_hosts import read_git_hosts
from mlops_platform.core.settings import BadSettingError

KEY = "github.com/owner/name"


def test_without_settings_a_repository_is_fetched_from_its_own_host():
    hosts = read_git_hosts("", "")
    assert hosts.fetch_address(KEY) == "https://github.com/owner/name.git"
    assert not hosts.is_trusted(KEY)
    assert hosts.names() == frozenset()


def test_a_mirror_is_used_for_its_host_only_and_is_trusted():
    hosts = read_git_hosts(
        "GitHub.com = http://127.0.0.1:8090/mirror/ ,gitlab.com=https://m.example", ""
    )
    assert hosts.fetch_address(KEY) == "http://127.0.0.1:8090/mirror/owner/name.git"
    assert hosts.fetch_address("gitlab.com/a/b/c") == "https://m.example/a/b/c.git"
    assert hosts.fetch_address("codeberg.org/a/b") == "https://codeberg.org/a/b.git"
    assert hosts.is_trusted(KEY)
    assert not hosts.is_trusted("codeberg.org/a/b")


def test_an_allowed_host_is_trusted_and_keeps_https():
    hosts = read_git_hosts("", "git.corp.example:8443, GITSERVER")
    assert hosts.names() == {"git.corp.example:8443", "gitserver"}
    assert hosts.fetch_address("gitserver/a/b") == "https://gitserver/a/b.git"
    assert hosts.is_trusted("git.corp.example:8443/a/b")
    assert not hosts.is_trusted("git.corp.example/a/b")


@pytest.mark.parametrize(
    "mirrors",
    [
        "github.com",
        "=https://git.example",
        "github.com=ftp://git.example",
        "github.com=https://user:hunter2@git.example",
        "github.com=https://git.example/?x=1",
        "github.com=ext::sh",
        "-x=https://git.example",
    ],
)
def test_a_bad_mirror_is_one_sentence_that_names_the_variable(mirrors):
    with pytest.raises(BadSettingError, match="MLOPS_PLATFORM_GIT_MIRRORS") as refusal:
        read_git_hosts(mirrors, "")
    assert "hunter2" not in str(refusal.value)


@pytest.mark.parametrize("allowed", ["https://git.example", "git.example/x", "a b", "-x", "*"])
def test_a_bad_allowed_host_is_one_sentence_that_names_the_variable(allowed):
    with pytest.raises(BadSettingError, match="MLOPS_PLATFORM_ALLOWED_HOSTS"):
        read_git_hosts("", allowed)
