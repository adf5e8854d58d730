"""Why one request brought no words, whether a repetition may, and how that is told."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from mlops_platform.adapters.language_model.endpoint import Endpoint
from mlops_platform.adapters.language_model.envelope import Counted
from mlops_platform.adapters.language_model.key_redaction import error_message, quotation
from mlops_platform.adapters.language_model.request_form import RequestForm, adapted
from mlops_platform.adapters.language_model.retry_delay import asked_seconds
from mlops_platform.core.language_model import Silence

TOO_MANY = 429
SERVER_FAILED = 500
ABOUT_THE_FORM = frozenset({400, 422})


class Refusal(NamedTuple):
    """What came instead of words; `form` is another one in which to ask again."""

    silence: Silence
    because: str
    may_pass: bool = False
    asked_seconds: float | None = None
    form: RequestForm | None = None
    counted: Counted | None = None


class Received(NamedTuple):
    """A response that is no success."""

    status: int
    headers: Mapping[str, str]
    body: str


def read_refusal(
    endpoint: Endpoint, form: RequestForm, received: Received, now: datetime
) -> Refusal:
    """Judge a response by its status."""
    silence, what = _judged(received.status)
    said = quotation(error_message(received.body), endpoint.secret())
    is_about_form = received.status in ABOUT_THE_FORM
    return Refusal(
        silence,
        f"{endpoint.provider} {what} (status {received.status}){said}.",
        may_pass=silence in (Silence.RATE_LIMITED, Silence.UNREACHABLE),
        asked_seconds=asked_seconds(received.headers, now),
        form=adapted(form, received.body) if is_about_form else None,
    )


def _judged(status: int) -> tuple[Silence, str]:
    if status == TOO_MANY:
        return Silence.RATE_LIMITED, "is asked more often than it allows"
    if status >= SERVER_FAILED:
        return Silence.UNREACHABLE, "failed"
    if status in (401, 403):
        return Silence.REFUSED, "does not accept the key"
    if status < 400:  # noqa: PLR2004 (below it nothing was refused)
        return Silence.REFUSED, "points elsewhere, and redirects are not followed"
    return Silence.REFUSED, "refused the question"
