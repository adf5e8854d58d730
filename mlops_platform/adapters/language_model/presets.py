"""Providers with an OpenAI-compatible service: their address, and what they need to be asked."""

from typing import NamedTuple

from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.core.language_model_settings import Provider, read_prices
from mlops_platform.core.settings import BadSettingError, Settings


class Preset(NamedTuple):
    """One provider; `at_once` is how many questions it is asked at the same time."""

    address: str
    needs_key: bool = True
    model: str = ""
    at_once: int = 8


PRESETS: dict[Provider, Preset] = {
    "groq": Preset("https://api.groq.com/openai/v1", model="llama-3.3-70b-versatile"),
    "openai": Preset("https://api.openai.com/v1"),
    "anthropic": Preset("https://api.anthropic.com/v1"),
    "gemini": Preset("https://generativelanguage.googleapis.com/v1beta/openai"),
    # A model on one's own machine takes one question after the other: a queue costs deadlines.
    "ollama": Preset("http://localhost:11434/v1", needs_key=False, at_once=1),
    "vllm": Preset("http://localhost:8000/v1", needs_key=False),
    "custom": Preset("", needs_key=False, at_once=4),
}


def endpoint_of(settings: Settings) -> Endpoint | None:
    """Return whom to ask; None where nobody is configured. Raises BadSettingError."""
    is_named = "llm_provider" in settings.model_fields_set
    # An address without a provider is another's, whose name and key are not the default's.
    provider = settings.llm_provider if is_named or not settings.llm_base_url else "custom"
    preset = PRESETS[provider]
    key = settings.llm_api_key or settings.own_key(provider)
    if key is None and preset.needs_key and not settings.llm_base_url:
        return None
    if provider == "custom" and not settings.llm_base_url:
        raise BadSettingError(
            "LLM_PROVIDER is custom, but LLM_BASE_URL is not set; set it to the service's address."
        )
    return Endpoint(
        provider=provider,
        model=_model(settings, preset, is_named=is_named),
        address=settings.llm_base_url or preset.address,
        key=key,
        seconds=settings.agent_timeout_seconds,
        at_once=preset.at_once,
        ca_bundle=settings.ca_bundle,
        prices=read_prices(settings.llm_prices),
    )


def _model(settings: Settings, preset: Preset, *, is_named: bool) -> str:
    default = preset.model if is_named else PRESETS["groq"].model
    model = settings.llm_model_id or default
    if not model:
        raise BadSettingError(
            f"LLM_PROVIDER is {settings.llm_provider}, but LLM_MODEL_ID is not set; set it to one"
            " of that provider's models."
        )
    return model
