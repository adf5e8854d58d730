import pytest
from pydantic import SecretStr

from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.core.language_model import Usage
from mlops_platform.core.language_model_settings import Prices

USAGE = Usage(requests=1, prompt_tokens=2_000_000, completion_tokens=500_000)
ENDPOINT = Endpoint("groq", "llama", "https://groq.example", SecretStr("gsk_never_shown"))


def test_a_cost_is_prices_times_tokens():
    priced = ENDPOINT._replace(prices=Prices(0.5, 0.8)).priced(USAGE)
    assert priced == USAGE.model_copy(update={"cost": pytest.approx(1.4)})


def test_a_cost_is_unknown_without_prices_or_tokens():
    assert ENDPOINT.priced(USAGE).cost is None
    assert ENDPOINT._replace(prices=Prices(1, 1)).priced(Usage(requests=1)).cost is None


def test_the_key_does_not_show():
    assert "gsk_never_shown" not in repr(ENDPOINT)
    assert ENDPOINT.secret() == "gsk_never_shown"
    assert ENDPOINT._replace(key=None).secret() == ""
