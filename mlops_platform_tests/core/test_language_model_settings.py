import json

import pytest

from mlops_platform.core.language_model_settings import Prices, read_prices
from mlops_platform.core.settings import BadSettingError, Settings, load_settings

KEY = "gsk_Zr8Qw2Lm5Xv9Tb4Ny7Kd"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch, tmp_path):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path))
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


def test_a_key_is_never_shown_or_dumped():
    settings = Settings(GROQ_API_KEY=f" {KEY}\n", LLM_API_KEY=KEY)
    assert settings.groq_api_key.get_secret_value() == KEY
    dumped = json.dumps(settings.model_dump(mode="json"))
    shown = f"{settings}{settings!r}{settings.model_dump()}{dumped}"
    assert KEY not in shown


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("GROQ_API_KEY", f"{KEY} {KEY}"),
        ("LLM_API_KEY", f"{KEY}ä"),
        ("LLM_PROVIDER", "grok"),
        ("LLM_MODEL_ID", "a model"),
        ("LLM_BASE_URL", "ftp://llm.example/v1"),
        ("LLM_BASE_URL", "https://user:word@llm.example/v1"),
        ("LLM_BASE_URL", "https://llm.example/v1?key=1"),
        ("LLM_BASE_URL", "https://"),
        ("LLM_BASE_URL", "https://llm.example:99999/v1"),
        ("LLM_PRICES", "1"),
        ("LLM_PRICES", "1,-2"),
        ("LLM_PRICES", "nan,1"),
        ("TOKEN_BUDGET", "0"),
        ("AGENT_TIMEOUT_SECONDS", "0"),
        ("AGENT_TIMEOUT_SECONDS", "nan"),
    ],
)
def test_a_bad_value_is_one_sentence_that_does_not_repeat_it(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettingError, match=rf"^{name} cannot be used: ") as refused:
        load_settings()
    assert KEY not in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_address_is_kept_without_its_last_slash():
    assert Settings(LLM_BASE_URL="https://llm.example/v1/").llm_base_url == "https://llm.example/v1"


def test_prices_are_two_numbers():
    assert read_prices("0.59, 0.79") == Prices(0.59, 0.79)
    assert read_prices("") is None
