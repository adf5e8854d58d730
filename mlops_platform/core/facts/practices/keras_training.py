"""Keras `fit`: what it is watched on, and for how long."""

import ast
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seeds import is_keras_fit
from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import given, may_hold_more
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

LONG_EPOCHS = 30
"""From here on the last epoch is seldom the best one; a judgement of ours."""
_BEFORE_VALIDATION = 6
_VALIDATION = ("validation_data", "validation_split", "validation_steps")


def training_is_watched_on_other_data(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each Keras `fit`; a file that watches one of them knows how."""
    fits = [s for s in code.fits if is_keras_fit(code, s)]
    watched = [site for site in fits if is_watched(site)]
    for site in fits:
        if site in watched:
            yield sound(code, site.node, "fit")
        elif not watched and site.block.loop is None and not may_hold_more(site.node):
            note = "nothing tells when the model begins to fit the noise of its training rows"
            yield fault(code, site.node, "fit", note)


def is_watched(site: Site) -> bool:
    """Tell whether a `fit` is given rows to be watched on."""
    return given(site.node, *_VALIDATION) is not None or len(site.node.args) > _BEFORE_VALIDATION


def epochs_of(code: Code, site: Site) -> int:
    """Return the number of epochs where it is written as one, at the call or under a name."""
    value = given(site.node, "epochs", "nb_epoch")
    if isinstance(value, ast.Name):
        bound = [
            binding.value
            for binding in code.layout.bindings
            for target in binding.targets
            if isinstance(target, ast.Name) and target.id == value.id
        ]
        value = bound[0] if len(bound) == 1 else None
    is_number = isinstance(value, ast.Constant) and type(value.value) is int
    return value.value if is_number else 0  # type: ignore[union-attr]


READERS = (training_is_watched_on_other_data,)
