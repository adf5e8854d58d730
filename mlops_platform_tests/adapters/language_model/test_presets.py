import pytest

from mlops_platform.adapters.language_model.presets import PRESETS, endpoint_of
from mlops_platform.core.settings import BadSettingError, Settings

LOCAL = "http://127.0.0.1:8088/v1"


def of(**variables: object):
    return endpoint_of(Settings(**variables))


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch):
    for name in ("LLM_PROVIDER", "LLM_MODEL_ID", "LLM_BASE_URL", "LLM_API_KEY", "LLM_PRICES"):
        monkeypatch.delenv(name, raising=False)
    for name in ("GROQ", "OPENAI", "ANTHROPIC", "GEMINI"):
        monkeypatch.delenv(f"{name}_API_KEY", raising=False)


def test_nobody_is_asked_without_a_key():
    assert of() is None
    assert of(LLM_PROVIDER="openai", LLM_MODEL_ID="gpt", GROQ_API_KEY="of-groq") is None


def test_groq_needs_its_key_only():
    endpoint = of(GROQ_API_KEY="of-groq")
    assert (endpoint.provider, endpoint.model) == ("groq", "llama-3.3-70b-versatile")
    assert (endpoint.address, endpoint.secret()) == (PRESETS["groq"].address, "of-groq")
    assert (endpoint.seconds, endpoint.prices) == (120, None)


@pytest.mark.parametrize("provider", ["openai", "anthropic", "gemini"])
def test_another_provider_has_its_own_key_and_address_and_needs_a_model(provider):
    named = {"LLM_PROVIDER": provider, f"{provider.upper()}_API_KEY": "its-own"}
    endpoint = of(**named, LLM_MODEL_ID="some-model", GROQ_API_KEY="of-groq")
    assert (endpoint.provider, endpoint.model) == (provider, "some-model")
    assert (endpoint.address, endpoint.secret()) == (PRESETS[provider].address, "its-own")
    with pytest.raises(BadSettingError, match=rf"^LLM_PROVIDER is {provider}, but LLM_MODEL_ID"):
        of(**named)


@pytest.mark.parametrize("provider", ["ollama", "vllm"])
def test_a_model_on_this_machine_needs_no_key(provider):
    endpoint = of(LLM_PROVIDER=provider, LLM_MODEL_ID="qwen3:8b")
    assert (endpoint.address, endpoint.key) == (PRESETS[provider].address, None)


def test_an_address_alone_is_a_custom_service_that_is_not_sent_groqs_key():
    endpoint = of(LLM_BASE_URL=LOCAL, GROQ_API_KEY="of-groq")
    assert (endpoint.provider, endpoint.model) == ("custom", "llama-3.3-70b-versatile")
    assert (endpoint.address, endpoint.key) == (LOCAL, None)
    assert of(LLM_BASE_URL=LOCAL, LLM_API_KEY="its-own").secret() == "its-own"


def test_a_providers_key_goes_to_another_address_where_the_provider_is_named():
    endpoint = of(LLM_PROVIDER="groq", LLM_BASE_URL=LOCAL, GROQ_API_KEY="of-groq")
    assert (endpoint.provider, endpoint.address) == ("groq", LOCAL)
    assert endpoint.secret() == "of-groq"


def test_a_custom_service_needs_an_address_and_a_model():
    with pytest.raises(BadSettingError, match="LLM_BASE_URL is not set"):
        of(LLM_PROVIDER="custom", LLM_MODEL_ID="own")
    with pytest.raises(BadSettingError, match="LLM_MODEL_ID is not set"):
        of(LLM_PROVIDER="custom", LLM_BASE_URL=LOCAL)


def test_every_address_is_https_or_of_this_machine():
    for preset in PRESETS.values():
        assert preset.address.startswith(("https://", "http://localhost:")) or not preset.address
