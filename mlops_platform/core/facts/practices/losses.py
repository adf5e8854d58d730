"""Whether what a network puts out is what its loss expects: raw scores or probabilities."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mlops_platform.core.facts.practices.seen import MOST_COMPARED, Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Block, Site
from mlops_platform.core.facts.python.call_parts import given, is_true, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_ACTIVATIONS = {
    "Softmax": "softmax",
    "LogSoftmax": "log_softmax",
    "Sigmoid": "sigmoid",
    "softmax": "softmax",
    "log_softmax": "log_softmax",
    "sigmoid": "sigmoid",
}
_LOSSES = {
    "CrossEntropyLoss": "cross_entropy",
    "cross_entropy": "cross_entropy",
    "BCEWithLogitsLoss": "logits",
    "binary_cross_entropy_with_logits": "logits",
    "NLLLoss": "nll",
    "nll_loss": "nll",
    "BCELoss": "bce",
    "binary_cross_entropy": "bce",
}
_SHAPES = frozenset({"flatten", "squeeze", "view", "reshape", "unsqueeze"})
_MISFITS = {
    ("cross_entropy", "softmax"): "the loss applies softmax again, which flattens the gradients",
    ("cross_entropy", "sigmoid"): "the loss expects raw scores of classes that exclude each other",
    ("logits", "sigmoid"): "the loss applies the sigmoid again, which flattens the gradients",
    ("nll", "softmax"): "the loss expects logarithms of probabilities",
}
_KERAS_LOSSES = frozenset(
    {"binary_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy"}
)


class _Output(NamedTuple):
    code: Code
    node: ast.AST
    activation: str


def loss_fits_the_output(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the loss of each file that trains one torch network, and of Keras models."""
    yield from _torch(code, kin)
    yield from _keras(code)


def _torch(code: Code, kin: Kin) -> Iterator[Seen]:
    """Judge the one network and the one loss of a file, else those of its whole program."""
    if "torch" not in code.modules:
        return
    own = Kin((code,))
    is_whole = len(_kinds(own)) == len(_outputs(code, own)) == len(_outputs(code, kin)) == 1
    near = own if is_whole else kin
    if near is kin and not code.fits:
        return
    outputs = _outputs(code, near)
    if len(_kinds(near)) != 1 or len(outputs) != 1:
        return
    where, site, kind = _losses(near)[0]
    (output,) = outputs
    misfit = _MISFITS.get((kind, output.activation))
    if misfit is None:
        yield sound(where, site.node, kind)
    else:
        note = (
            f"puts out {output.activation}, and {where.shown(site.node)} asks otherwise: {misfit}"
        )
        yield fault(output.code, output.node, output.activation, note)


def _losses(kin: Kin) -> list[tuple[Code, Site, str]]:
    return [
        (each, site, _LOSSES[each.name(site.node.func).rpartition(".")[2]])
        for each, site in kin.calls(*sorted(_LOSSES))
        if each.name(site.node.func).startswith("torch.")
    ]


def _kinds(kin: Kin) -> set[str]:
    return {kind for _, _, kind in _losses(kin)}


def _outputs(code: Code, kin: Kin) -> list[_Output]:
    """Return what the networks put out that a file makes and that are no part of another one."""
    classes = _networks(kin)
    made = {
        name
        for name in classes
        if any(not site.block.class_name for site in code.by_last_name.get(name, ()))
    }
    return [_output(*classes[name]) for name in sorted(made)[:2]]


@lru_cache(maxsize=8)
def _networks(kin: Kin) -> dict[str, tuple[Code, Block]]:
    return {
        block.owner.name: (each, block)
        for each in kin.codes
        for block in each.layout.blocks
        if isinstance(block.owner, ast.ClassDef) and _is_network(each, block.owner)
    }


def _is_network(code: Code, owner: ast.ClassDef) -> bool:
    return any(code.name(base).rpartition(".")[2] == "Module" for base in owner.bases)


def _output(code: Code, block: Block) -> _Output:
    """Return how `forward` ends; activation "" where it ends in several ways or another one."""
    forwards = [
        b
        for b in code.functions.get("forward", ())
        if b.parent is not None and b.parent.owner is block.owner
    ]
    returns = [
        (statement, inner)
        for forward in forwards
        for statement, inner in code.layout.statements
        if isinstance(statement, ast.Return) and inner.is_in(forward)
    ]
    if len(forwards) != 1 or len(returns) != 1 or returns[0][1] is not forwards[0]:
        return _Output(code, block.owner, "")
    statement = returns[0][0]
    value = statement.value
    return _Output(code, statement, _activation(code, block, _made(code, forwards[0], value)))


def _made(code: Code, forward: Block, value: ast.expr | None) -> ast.expr | None:
    """Return what a value of `forward` was computed by, behind names and changes of shape."""
    bound = [b for b in code.layout.bindings if b.block.is_in(forward)]
    for _ in range(MOST_COMPARED):
        if isinstance(value, ast.Call) and code.name(value.func).rpartition(".")[2] in _SHAPES:
            is_method = not spelled(value.func).startswith("torch.")
            owner = value.func.value if isinstance(value.func, ast.Attribute) else None
            value = owner if is_method else next(iter(value.args), None)
        elif isinstance(value, ast.Name):
            own = [b for b in bound if spelled(b.targets[0]) == value.id]
            if not own or own[-1].block is not forward:
                return None
            bound = bound[: bound.index(own[-1])]
            value = own[-1].value
        else:
            return value
    return None


def _activation(code: Code, block: Block, value: ast.expr | None) -> str:
    if not isinstance(value, ast.Call):
        return ""
    last = code.name(value.func).rpartition(".")[2]
    if not spelled(value.func).startswith("self."):
        return _ACTIVATIONS.get(last, "")
    made = [
        binding.value
        for binding in code.layout.bindings
        if binding.block.is_in(block) and spelled(binding.targets[0]) == spelled(value.func)
    ]
    if len(made) != 1 or not isinstance(made[0], ast.Call):
        return ""
    layer = made[0]
    if code.name(layer.func).rpartition(".")[2] == "Sequential" and layer.args:
        end = layer.args[-1]
        layer = end if isinstance(end, ast.Call) else layer
    return _ACTIVATIONS.get(code.name(layer.func).rpartition(".")[2], "")


def _keras(code: Code) -> Iterator[Seen]:
    """Yield the last layer of each `Sequential([…])` that is compiled."""
    for site in code.calls("compile"):
        loss = given(site.node, "loss")
        end = _last_layer(code, site.node)
        if loss is None or end is None:
            continue
        activation = given(end, "activation")
        name = activation.value if isinstance(activation, ast.Constant) else ""
        units = end.args[0] if end.args else given(end, "units")
        is_single = isinstance(units, ast.Constant) and units.value == 1
        if name == "softmax" and is_single:
            yield fault(code, end, "softmax", "softmax over one unit is always 1")
        elif name in {"softmax", "sigmoid"} and _takes_logits(loss):
            note = f"puts out {name}, and the loss is told `from_logits=True`"
            yield fault(code, end, str(name), note)
        elif activation is None and isinstance(loss, ast.Constant) and loss.value in _KERAS_LOSSES:
            note = f"puts out raw scores, and `{loss.value}` expects probabilities"
            yield fault(code, end, "Dense", note)
        else:
            yield sound(code, site.node, "compile")


def _last_layer(code: Code, compile_call: ast.Call) -> ast.Call | None:
    """Return the `Dense` that ends the model, where the model is one literal list of layers."""
    function = compile_call.func
    model = spelled(function.value) if isinstance(function, ast.Attribute) else ""
    makers = [
        b.value for b in code.layout.bindings for t in b.targets if model and spelled(t) == model
    ]
    grows = any(spelled(s.node.func) == f"{model}.add" for s in code.calls("add"))
    if len(makers) != 1 or not isinstance(makers[0], ast.Call) or grows:
        return None
    maker = makers[0]
    is_sequential = code.name(maker.func).rpartition(".")[2] == "Sequential"
    layers = maker.args[0] if is_sequential and maker.args else None
    if not isinstance(layers, ast.List) or not layers.elts:
        return None
    end = layers.elts[-1]
    is_dense = isinstance(end, ast.Call) and code.name(end.func).rpartition(".")[2] == "Dense"
    return end if is_dense else None  # type: ignore[return-value]


def _takes_logits(loss: ast.expr) -> bool:
    return isinstance(loss, ast.Call) and is_true(given(loss, "from_logits"))


READERS = (loss_fits_the_output,)
