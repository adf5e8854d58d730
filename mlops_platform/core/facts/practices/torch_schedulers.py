"""Learning-rate schedulers of torch: used at all, and after the optimizer."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from mlops_platform.core.facts.practices.seen import MOST_COMPARED, Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Block
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
    for site in islice(code.calls("step"), MOST_COMPARED):
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
    made = (
        each
        for each in code.layout.bindings
        if isinstance(each.value, ast.Call) and code.name(each.value.func).startswith(_SCHEDULERS)
    )
    for binding in islice(made, MOST_COMPARED):
        value, target = binding.value, binding.targets[0]
        if not isinstance(target, ast.Name):
            continue
        if target.id in _used(code, binding.block.function):
            yield sound(code, value, target.id)
        elif not any(isinstance(s[0], ast.Global) for s in code.layout.statements):
            yield fault(code, value, target.id, f"`{target.id}` is made and never used")


@lru_cache(maxsize=8)
def _used(code: Code, scope: Block | None) -> frozenset[str]:
    """Return the names that a function, or the module, reads anywhere."""
    return frozenset(
        part.id
        for node in (scope.body if scope else code.module.body)
        for part in ast.walk(node)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
    )


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
