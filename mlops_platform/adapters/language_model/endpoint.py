"""Whom to ask, and what an answer costs."""

from pathlib import Path
from typing import NamedTuple

from pydantic import SecretStr

from mlops_platform.core.language_model import Usage
from mlops_platform.core.language_model_settings import Prices

MILLION = 1_000_000


class Endpoint(NamedTuple):
    """One model of one service; `seconds` is what one question may take in all."""

    provider: str
    model: str
    address: str
    key: SecretStr | None = None
    seconds: float = 120
    at_once: int = 8
    ca_bundle: Path | None = None
    prices: Prices | None = None

    def secret(self) -> str:
        """Return the key as it is sent, empty where there is none."""
        return self.key.get_secret_value() if self.key else ""

    def priced(self, usage: Usage) -> Usage:
        """Return a usage with its cost, where prices are known and tokens were told."""
        tokens = usage.prompt_tokens + usage.completion_tokens
        if self.prices is None or not tokens:
            return usage
        prompt = usage.prompt_tokens * self.prices.prompt
        completion = usage.completion_tokens * self.prices.completion
        return usage.model_copy(update={"cost": (prompt + completion) / MILLION})
