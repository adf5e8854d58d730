"""Learning-rate schedulers of torch: used at all, and after the optimizer."""

import ast
import re
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.call_parts import called, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_OPTIMIZER = re.compile(r"opt|adam|sgd", re.IGNORECASE)
_SCHEDULERS = "torch.optim.lr_scheduler."
# Before torch 1.1 the scheduler stepped first.
_OLD_TORCH = ("Variable(", "volatile")


def optimizer_steps_before_scheduler(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield each scheduler that is stepped in the loop that trains."""
    if kin.mentions(*_OLD_TORCH):
        return
    for site in code.calls("step"):
        owners = code.owners(site)
        if not owners or not all(owner.startswith(_SCHEDULERS) for owner in owners):
            continue
        if site.block.loop is None:
            continue
        position = site.position
        trains = [_trains(code, statement) for statement in site.block.body]
        if any(trains[: position + 1]):
            yield sound(code, site.node, "step")
        elif any(trains[position + 1 :]):
            note = "the first learning rate is skipped: the optimizer steps after this line"
            yield fault(code, site.node, "step", note)


def schedulers_are_stepped(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each learning-rate scheduler that is made and given a plain name."""
    if not code.mentions("lr_scheduler"):
        return
    for binding in code.layout.bindings:
        value = binding.value
        target = binding.targets[0]
        is_made = isinstance(value, ast.Call) and code.name(value.func).startswith(_SCHEDULERS)
        if not is_made or not isinstance(target, ast.Name):
            continue
        scope = binding.block.function
        nodes = scope.body if scope else code.module.body
        loads = (
            part
            for node in nodes
            for part in ast.walk(node)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
        )
        if any(part.id == target.id for part in loads):
            yield sound(code, value, target.id)
        elif not any(isinstance(s[0], ast.Global) for s in code.layout.statements):
            yield fault(code, value, target.id, f"`{target.id}` is made and never used")


def _trains(code: Code, statement: ast.stmt) -> bool:
    """Tell whether a statement steps the optimizer, itself or in a function of this file."""
    for node in ast.walk(statement):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        last = function.attr if isinstance(function, ast.Attribute) else ""
        if last == "step" and _OPTIMIZER.search(spelled(function.value)):  # type: ignore[attr-defined]
            return True
        plain = function.id if isinstance(function, ast.Name) else last
        for block in code.functions.get(plain, ()):
            if any(called(site) == "backward" for site in code.sites_in(block)):
                return True
    return False


READERS = (optimizer_steps_before_scheduler, schedulers_are_stepped)
