"""The portable request: newer models of some services spell or refuse a parameter of it."""

from typing import NamedTuple


class RequestForm(NamedTuple):
    """How the length of an answer is asked for, and whether its temperature is."""

    length: str = "max_tokens"
    has_temperature: bool = True


def adapted(form: RequestForm, complaint: str) -> RequestForm | None:
    """Return the form that a refusal (status 400) asks for; None where it is about another thing.

    What was changed once is not changed again, so that this ends.
    """
    if form.length in complaint and form.length == "max_tokens":
        return form._replace(length="max_completion_tokens")
    if "temperature" in complaint and form.has_temperature:
        return form._replace(has_temperature=False)
    return None
