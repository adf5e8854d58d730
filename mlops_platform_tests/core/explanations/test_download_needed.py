"""Tests of the explanation `download_needed`."""

import pytest

from mlops_platform.core.causes import Cause
from mlops_platform.core.explanations.download_needed import explain
from mlops_platform.core.run_plan import Limits
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran


@pytest.mark.parametrize(
    ("log", "what"),
    [
        ("net_kaggle", "api.kaggle.com"),
        ("net_nltk", "NLTK's `punkt"),
        ("net_nltk_only", "NLTK's `punkt"),
        ("net_pd", "example.com"),
        ("net_req", "example.com"),
        ("net_s3", "s3.amazonaws.com"),
        ("net_openml", "no network"),
        ("net_fetch", "no network"),
    ],
)
def test_what_is_fetched_or_from_where_is_named(log: str, what: str) -> None:
    found = explain(ran(printed(log)))
    assert found is not None
    assert found.cause is Cause.DOWNLOAD_NEEDED
    assert what in found.because


CAUGHT = """ERROR:train:Unable to download the table. Error: %s
Traceback (most recent call last):
  File "/box/src/train.py", line 8, in <module>
    data = pd.read_csv(csv_url, sep=";")
urllib.error.URLError: <urlopen error [Errno -3] Temporary failure in name resolution>
Traceback (most recent call last):
  File "/box/src/train.py", line 13, in <module>
    train, test = train_test_split(data)
NameError: name 'data' is not defined
"""


def test_a_failure_that_was_caught_counts_where_a_name_was_left_without_value() -> None:
    found = explain(ran(CAUGHT))
    assert found is not None
    assert "Temporary failure in name resolution" in found.because
    assert explain(ran(CAUGHT.replace("NameError: name", "KeyError: name"))) is None


HUB = [
    "OSError: We couldn't connect to 'https://huggingface.co' to load the files",
    "OfflineModeIsEnabled: Cannot reach https://huggingface.co/bert: offline mode is enabled.",
    "ConnectionError: Couldn't reach 'imdb' on the Hub (LocalEntryNotFoundError)",
    "FileNotFoundError: Couldn't find 'imdb' on the Hugging Face Hub either",
    "OSError: Can't load tokenizer for 'bert'. If you were trying to load it from the Hub",
]


@pytest.mark.parametrize("log", HUB)
def test_a_hub_is_asked_in_many_words(log: str) -> None:
    found = explain(ran(log))
    assert found is not None
    assert found.cause is Cause.DOWNLOAD_NEEDED


def test_a_warning_before_another_error_is_not_the_cause() -> None:
    log = "[nltk_data] Error loading punkt: <urlopen error [Errno -3]>\n" + printed("own_key")
    assert explain(ran(log)) is None


@pytest.mark.parametrize("log", ["data_pd", "own_key", "pg", "mod_pkg"])
def test_other_failures_fetch_nothing(log: str) -> None:
    assert explain(ran(printed(log))) is None


def test_with_a_network_something_else_is_wrong() -> None:
    tried = plan().model_copy(update={"limits": Limits(network="bridge")})
    assert explain(ran(printed("net_req"), tried)) is None


def test_an_installation_is_another_matter() -> None:
    assert explain(installed(printed("nonet"))) is None
