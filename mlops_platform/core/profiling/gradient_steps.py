"""Gradient steps of training loops that are written by hand."""

import re

from mlops_platform.core.facts.source_code import Call, SourceFile

_OF_TENSORS = frozenset({".backward", "torch.Tensor.backward"})
_STEPS = _OF_TENSORS | {"accelerate.Accelerator.backward"}
_STEPS_BY_OTHERS = (".manual_backward", ".backward_step", ".apply_gradients")
_UPDATES = re.compile(r"optim|(?:^|[._])(?:step|zero_grad)$|\.grad\.", re.IGNORECASE)


def is_gradient_step(call: Call, file: SourceFile) -> bool:
    """Tell whether a call is the backward pass of training by hand, not of explained inputs."""
    return is_named_as_step(call.name) and (call.name not in _OF_TENSORS or _updates(file))


def is_named_as_step(name: str) -> bool:
    """Tell whether a call of this name is a gradient step in some file."""
    return name in _STEPS or name.endswith(_STEPS_BY_OTHERS)


def _updates(file: SourceFile) -> bool:
    """Tell whether a file speaks of an optimizer, or does its work by hand."""
    called = {call.name.rpartition(".")[2] for call in file.calls}
    if "requires_grad_" in called and not called & {"step", "minimize"}:
        return False
    names = [
        *(call.name for call in file.calls),
        *(entry.module for entry in file.imports),
        *(name for entry in file.definitions for name, _ in entry.parameters),
    ]
    return any(_UPDATES.search(name) for name in names)
