"""The call of a gatherer in a child: its checkout and inputs on the way there, its facts back."""

import importlib
import typing
from collections.abc import Mapping, Sequence

from pydantic import TypeAdapter

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.spread import Spread

ANSWERER = f"{__name__}:GathererCall"
CHECKOUT: TypeAdapter[Checkout] = TypeAdapter(Checkout)


def asked(gatherer: str, checkout: Checkout, inputs: Sequence[str]) -> dict[str, object]:
    """Return what a child is asked: a module and its function, with the JSON of each input."""
    told = CHECKOUT.dump_python(checkout, mode="json")
    return {"gatherer": gatherer, "checkout": told, "inputs": inputs}


class GathererCall:
    """Fits `Answering`: a gatherer with its inputs, as its own annotations say they are."""

    def __init__(self, asked: Mapping[str, typing.Any]) -> None:
        module, _, name = asked["gatherer"].partition(":")
        self._gather = getattr(importlib.import_module(module), name)
        hints = typing.get_type_hints(self._gather)
        self._returned: TypeAdapter[object] = TypeAdapter(hints.pop("return"))
        self._spreads = [name for name, hint in hints.items() if hint is Spread]
        self._checkout = CHECKOUT.validate_python(asked["checkout"])
        types = [hint for hint in hints.values() if hint not in (Checkout, Spread)]
        self._inputs = [
            TypeAdapter(hint).validate_json(text)
            for hint, text in zip(types, asked["inputs"], strict=True)
        ]

    def answer(self, hands: Spread) -> object:
        """Return the facts, as valid as the gatherer says they are."""
        shared = dict.fromkeys(self._spreads, hands)
        return self._returned.validate_python(self._gather(self._checkout, *self._inputs, **shared))

    def text(self, answer: object) -> bytes:
        """Write facts as JSON."""
        return self._returned.dump_json(answer, warnings="error")
