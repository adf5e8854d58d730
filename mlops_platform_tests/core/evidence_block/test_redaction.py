import pytest

from mlops_platform.core.evidence_block.redaction import without_places, without_secrets
from mlops_platform.core.evidence_block.shown_text import shown
from mlops_platform_tests.core.costs import cheap_enough
from mlops_platform_tests.core.evidence_block.planted_secrets import HARMLESS, SECRETS, made_up


@pytest.mark.parametrize("sort", SECRETS)
def test_a_secret_is_hidden(sort):
    text, secret = SECRETS[sort]
    assert secret in text
    assert secret not in shown(text)
    assert "[hidden]" in shown(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_names_and_sentences_stay(text):
    assert without_secrets(text) == text
    assert without_places(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("/home/ada/secret-project/data.csv", "…/data.csv"),
        ("reads '/srv/live/customers.csv' daily", "reads '…/customers.csv' daily"),
        ("path=/mnt/share/x/", "path=…/"),
        ("kept in /home/ada and C:\\Users\\ada", "kept in …/ and …/"),
        ("GET /api/v1/predict", "GET …/predict"),
        (r"C:\Users\ada\model.pkl", "…/model.pkl"),
        (r"\\server\share\model.pkl", "…/model.pkl"),
        ("C:/Users/ada/model.pkl", "…/model.pkl"),
        ("file:///home/ada/x.csv", "[hidden]"),
        ("data/raw/x.csv and ./a/b and ../c/d", "data/raw/x.csv and ./a/b and ../c/d"),
    ],
)
def test_a_place_of_a_machine_is_shortened(text, left):
    assert without_places(text) == left


def test_what_surrounds_a_secret_stays():
    assert without_secrets("postgresql://ada:x@db/prod") == "postgresql://[hidden]db/prod"
    assert without_secrets("password=x, user=ada") == "password=[hidden], user=ada"


def test_hiding_twice_changes_nothing():
    for text, _ in SECRETS.values():
        assert shown(shown(text)) == shown(text)


@pytest.mark.parametrize(
    "part",
    [
        "://",
        "a:",
        "password",
        "-----BEGIN A-----",
        "eyJaaaaaa.",
        "/a",
        "a@",
        "\\",
        "sk-",
        "A1",
        "://a@",
    ],
)
def test_hostile_text_is_read_in_time(part):
    with cheap_enough():
        shown(part * 100_000)


def test_a_secret_at_the_cut_is_not_shown_in_half():
    secret = "ghp_" + made_up(36)
    for before in range(3_940, 4_001):
        assert made_up(36)[:8] not in shown("w" * 7 + " " * (before - 7) + secret, 5_000)
