import pytest

from mlops_platform.adapters.git.complaints import (
    explained,
    is_missing,
    is_passing,
    not_kept,
    too_slow,
)
from mlops_platform.core.errors import RefusedRepositoryError, UnreachableRepositoryError

NAME = "github.com/o/n"
AT = "fatal: unable to access 'https://mirror.corp/o/n.git/': "


@pytest.mark.parametrize(
    "words",
    [
        "The requested URL returned error: 503",
        "The requested URL returned error: 429",
        "Failed to connect to mirror.corp port 443 after 1 ms: Couldn't connect to server",
        "Operation too slow. Less than 1000 bytes/sec transferred the last 20 seconds",
        "Empty reply from server",
    ],
)
def test_the_network_and_busy_servers_are_worth_another_try(words):
    assert is_passing(AT + words)


@pytest.mark.parametrize(
    "words", ["The requested URL returned error: 404", "The requested URL returned error: 302", "x"]
)
def test_a_clear_no_is_not(words):
    assert not is_passing(AT + words)


def test_a_private_and_an_absent_repository_look_the_same():
    assert is_missing("fatal: could not read Username for 'https://github.com'")
    assert is_missing(AT + "The requested URL returned error: 404")
    assert not is_missing(AT + "The requested URL returned error: 500")


@pytest.mark.parametrize(
    ("complaint", "error", "words"),
    [
        (AT + "The requested URL returned error: 301", UnreachableRepositoryError, "moved"),
        (AT + "The requested URL returned error: 404", UnreachableRepositoryError, "private"),
        ("fatal: remote error: upload-pack: not our ref 11", RefusedRepositoryError, "commit"),
        ("error: object ab: hasDotgit: contains '.git'", RefusedRepositoryError, "could harm"),
        (AT + "SSL certificate problem: self signed", UnreachableRepositoryError, "CA_BUNDLE"),
        ("", UnreachableRepositoryError, "Git said nothing"),
        ("fatal: " + "x" * 5000, UnreachableRepositoryError, "xxx"),
    ],
)
def test_every_complaint_is_one_short_sentence_without_addresses(complaint, error, words):
    found = explained(NAME, complaint)
    assert isinstance(found, error)
    assert words in str(found)
    assert str(found).startswith(NAME)
    assert "mirror.corp" not in str(found)
    assert len(str(found)) < 400


def test_time_and_disk_name_their_limit_and_reason():
    assert "within 120 seconds" in str(too_slow(NAME, 120))
    assert "No space left" in str(not_kept(NAME, OSError(28, "No space left on device")))
