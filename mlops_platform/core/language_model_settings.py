"""What an operator may set of the language model: which, where, with which key, at what cost."""

import re
from typing import Annotated, Literal, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings

Provider = Literal["groq", "openai", "anthropic", "gemini", "ollama", "vllm", "custom"]
_KEY = re.compile(r"[!-~]{1,1000}")
_MODEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,200}")
_PRICE = re.compile(r"\d{1,6}(?:\.\d{1,9})?")


class Prices(NamedTuple):
    """US dollars per million tokens."""

    prompt: float
    completion: float


def read_prices(prices: str) -> Prices | None:
    """Return the two prices of `prompt,completion`; None where nothing is set."""
    if not prices:
        return None
    found = [price.strip() for price in prices.split(",")]
    if len(found) != 2 or not all(_PRICE.fullmatch(price) for price in found):  # noqa: PLR2004
        raise ValueError("prices are two numbers, dollars per million tokens, such as 0.59,0.79")
    return Prices(float(found[0]), float(found[1]))


def _prices(prices: str) -> str:
    read_prices(prices)
    return prices


def _key(key: SecretStr | None) -> SecretStr | None:
    if key is None:
        return None
    stripped = key.get_secret_value().strip()
    if not _KEY.fullmatch(stripped):
        raise ValueError("a key is printable ASCII without blanks")
    return SecretStr(stripped)


def _model(name: str) -> str:
    if name and not _MODEL.fullmatch(name):
        raise ValueError("a model id is a name such as llama-3.3-70b-versatile")
    return name


def _endpoint(address: str) -> str:
    if not address:
        return address
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.port == 0:
        raise ValueError("an address begins with http:// or https:// and names a host")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError("an address has no user name, query or fragment; keys are set beside it")
    return address.rstrip("/")


ApiKey = Annotated[SecretStr | None, AfterValidator(_key)]
ModelId = Annotated[str, AfterValidator(_model)]
EndpointAddress = Annotated[str, AfterValidator(_endpoint)]
PriceList = Annotated[str, AfterValidator(_prices)]


class LanguageModelSettings(BaseSettings):
    """The settings of the language model; those of all else are `Settings`, which holds these."""

    llm_provider: Provider = Field(
        default="groq",
        validation_alias="LLM_PROVIDER",
        description="Who puts findings into words: `groq`, `openai`, `anthropic`, `gemini`,"
        " `ollama`, `vllm` or `custom`. Nobody is asked where its key is not set; `ollama`, `vllm`"
        " and `custom` need none.",
    )
    llm_model_id: ModelId = Field(
        default="",
        validation_alias="LLM_MODEL_ID",
        description="Its model, as the provider spells it; unset: `llama-3.3-70b-versatile` of"
        " groq. For another provider it must be set.",
    )
    llm_base_url: EndpointAddress = Field(
        default="",
        validation_alias="LLM_BASE_URL",
        description="Address of another OpenAI-compatible service, up to `/v1`. It is sent"
        " `LLM_API_KEY` if that is set, and the provider's own key only where `LLM_PROVIDER` is"
        " set too. Proxies of the environment (`HTTPS_PROXY`, `NO_PROXY`) hold, but not for"
        " loopback.",
    )
    llm_api_key: ApiKey = Field(
        default=None,
        validation_alias="LLM_API_KEY",
        description="Key of a provider that has no variable of its own below.",
    )
    groq_api_key: ApiKey = Field(
        default=None, validation_alias="GROQ_API_KEY", description="Key of groq."
    )
    openai_api_key: ApiKey = Field(
        default=None, validation_alias="OPENAI_API_KEY", description="Key of openai."
    )
    anthropic_api_key: ApiKey = Field(
        default=None, validation_alias="ANTHROPIC_API_KEY", description="Key of anthropic."
    )
    gemini_api_key: ApiKey = Field(
        default=None, validation_alias="GEMINI_API_KEY", description="Key of gemini."
    )
    llm_prices: PriceList = Field(
        default="",
        validation_alias="LLM_PRICES",
        description="What the model costs, `prompt,completion` in US dollars per million tokens;"
        " unset: costs are not known.",
    )
    token_budget: int = Field(
        default=100_000,
        gt=0,
        le=100_000_000,
        validation_alias="TOKEN_BUDGET",
        description="Tokens that one report may take, prompts and answers; what does not fit is not"
        " asked.",
    )
    agent_timeout_seconds: float = Field(
        default=120,
        gt=0,
        le=3600,
        validation_alias="AGENT_TIMEOUT_SECONDS",
        description="Time limit of one question to the language model, with all repetitions.",
    )

    def own_key(self, provider: Provider) -> SecretStr | None:
        """Return the key in the provider's own variable."""
        return {
            "groq": self.groq_api_key,
            "openai": self.openai_api_key,
            "anthropic": self.anthropic_api_key,
            "gemini": self.gemini_api_key,
        }.get(provider)
