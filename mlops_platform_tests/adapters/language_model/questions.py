"""Questions, and an endpoint that is a stub."""

from pydantic import SecretStr

from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.core.language_model import Message, Question
from mlops_platform_tests.servers.language_model_stub import LanguageModelStub

KEY = "gsk_Zr8Qw2Lm5Xv9Tb4Ny7Kd"
SECONDS = 20.0
PLENTY = 100_000
ANSWER = '{"summary": "Fine."}'


def endpoint_at(stub: LanguageModelStub, **changes: object) -> Endpoint:
    """Return the stub as an endpoint of groq's."""
    return Endpoint("groq", "llama", stub.url, SecretStr(KEY), seconds=SECONDS)._replace(**changes)


def question(
    asset: str = "dataset_health", text: str = "What is wrong?", tokens: int = 100
) -> Question:
    """Return a question of two messages."""
    messages = (Message(role="system", text="Be brief."), Message(role="user", text=text))
    return Question(asset=asset, messages=messages, answer_tokens=tokens)
