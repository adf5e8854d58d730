"""Training loops written by hand in torch: gradients reset, clipped and used in the right order.

Only calls of one list of statements are put in order: between branches nobody knows which runs.
"""

import ast
import re
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import MOST_COMPARED, Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Block, Site
from mlops_platform.core.facts.python.call_parts import called, names_in, receiver, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_RESETS = (
    *("zero_grad", "grad = None", "grad=None", "grad.zero_", "grad.data.zero_", "set_to_none"),
    *("deepspeed", "model_engine", "GradientState", "dist_autograd", "DistributedOptimizer"),
)
_OPTIMIZER = re.compile(r"opt|adam|sgd", re.IGNORECASE)
_CLIPS = ("clip_grad_norm_", "clip_grad_value_", "clip_grad_norm")
_DETACHED = frozenset({"item", "detach", "data", "cpu", "numpy", "tolist", "float"})
_SCHEDULERS = "torch.optim.lr_scheduler."


def gradients_are_reset(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield each function that takes gradient steps in a loop."""
    if "torch" not in code.modules:
        return
    for site in _first_by_function(s for s in _backwards(code) if s.block.loop):
        if kin.mentions(*_RESETS):
            yield sound(code, site.node, "zero_grad")
        elif any(_is_step(code, s) and _same_function(s, site) for s in code.calls("step")):
            note = "each step adds to the gradients of all steps before it"
            yield fault(code, site.node, "backward", note)


def gradient_steps_are_in_order(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each list of statements that computes gradients and steps the optimizer."""
    if "torch" not in code.modules:
        return
    for block, backwards in _by_block(_backwards(code)).items():
        own = [s for s in code.calls("step", "zero_grad", *_CLIPS) if s.block is block]
        own, backwards = own[:MOST_COMPARED], backwards[:MOST_COMPARED]  # noqa: PLW2901 - bounded
        steps = [s for s in own if called(s) == "step" and _is_step(code, s)]
        if not steps:
            continue
        wrong = [*_resets_before_use(backwards, steps, own), *_late_clips(backwards, steps, own)]
        yield from (fault(code, site.node, called(site), note) for site, note in wrong)
        if not wrong:
            yield sound(code, steps[0].node, "step")


def losses_are_detached(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each sum over batches of a loss that gradients are computed of."""
    if "torch" not in code.modules:
        return
    every = _backwards(code)
    losses = {_loss_of(site) for site in every}
    backwards = every[:MOST_COMPARED]
    sums = [
        (statement, block)
        for statement, block in code.layout.statements
        if isinstance(statement, ast.AugAssign) and spelled(statement.target) not in losses
    ][:MOST_COMPARED]
    for site in backwards:
        loss, loop = _loss_of(site), site.block.loop
        if not loss or loop is None or _is_detached_later(code, site, loss):
            continue
        for statement, block in sums:
            if block.is_in(loop):
                yield from _sum(code, statement, block, loss, loop)


def _backwards(code: Code) -> list[Site]:
    return [s for s in code.fits if called(s) == "backward"]


def _first_by_function(sites: Iterator[Site]) -> list[Site]:
    found: dict[Block | None, Site] = {}
    for site in sites:
        found.setdefault(site.block.function, site)
    return list(found.values())


def _by_block(sites: list[Site]) -> dict[Block, list[Site]]:
    found: dict[Block, list[Site]] = {}
    for site in sites:
        found.setdefault(site.block, []).append(site)
    return found


def _is_step(code: Code, site: Site) -> bool:
    """Tell whether a `step` is that of an optimizer, or of a scaler that is given one."""
    if any(owner.startswith(_SCHEDULERS) for owner in code.owners(site)):
        return False
    words = [receiver(site), *(spelled(argument) for argument in site.node.args)]
    is_made = any(
        owner.startswith("torch.optim.") and not owner.startswith(_SCHEDULERS)
        for owner in code.owners(site)
    )
    return is_made or any(_OPTIMIZER.search(w) for w in words if "sched" not in w.lower())


def _same_function(one: Site, other: Site) -> bool:
    return one.block.function is other.block.function


def _resets_before_use(
    backwards: list[Site], steps: list[Site], own: list[Site]
) -> Iterator[tuple[Site, str]]:
    resets = [site for site in own if called(site) == "zero_grad"]
    for step in steps:
        before = [b for b in backwards if b.position < step.position]
        if not before:
            continue
        last = before[-1].position
        for reset in resets:
            if last < reset.position < step.position and receiver(reset) == receiver(step):
                yield reset, "throws the gradients away before the optimizer uses them"


def _late_clips(
    backwards: list[Site], steps: list[Site], own: list[Site]
) -> Iterator[tuple[Site, str]]:
    for clip in (site for site in own if called(site) in _CLIPS):
        place = clip.position
        around = sorted(
            [*((s.position, "step") for s in steps), *((b.position, "back") for b in backwards)]
        )
        before = [kind for position, kind in around if position < place]
        after = [kind for position, kind in around if position > place]
        if before and before[-1] == "step" and "back" not in after:
            yield clip, "clips after the optimizer has used the gradients"
        elif not before and after and after[0] == "back":
            yield clip, "clips before the gradients are computed"


def _loss_of(site: Site) -> str:
    """Return the name whose gradients are computed: `loss.backward()`, `scaler.scale(loss)…`."""
    function = site.node.func
    base = function.value if isinstance(function, ast.Attribute) else None
    if isinstance(base, ast.Call) and len(base.args) == 1:
        base = base.args[0]
    elif site.node.args:
        base = site.node.args[0]
    return base.id if isinstance(base, ast.Name) else ""


def _is_detached_later(code: Code, site: Site, loss: str) -> bool:
    """Tell whether the name is bound to a plain number somewhere in the function."""
    return any(
        spelled(target) == loss and _leaves_graph(binding.value)
        for binding in code.layout.bindings
        if binding.block.function is site.block.function
        for target in binding.targets
    )


def _leaves_graph(value: ast.expr) -> bool:
    return any(
        isinstance(part, ast.Attribute) and part.attr in _DETACHED for part in ast.walk(value)
    )


def _sum(
    code: Code, statement: ast.AugAssign, block: Block, loss: str, loop: Block
) -> Iterator[Seen]:
    total = spelled(statement.target)
    if (
        not isinstance(statement.op, ast.Add)
        or not total
        or loss not in names_in([statement.value])
    ):
        return
    if not _is_bare(statement.value, loss):
        yield sound(code, statement, total)
        return
    starts_again = any(
        spelled(target) == total and binding.block.is_in(loop)
        for binding in code.layout.bindings
        for target in binding.targets
    )
    is_guarded = any(_has_no_gradient(b.owner) for b in block.around())
    if total != loss and not starts_again and not is_guarded:
        note = f"`{loss}` keeps its graph, so `{total}` keeps every batch in memory"
        yield fault(code, statement, total, note)


def _is_bare(value: ast.expr, loss: str) -> bool:
    """Tell whether the loss itself is added, scaled at most; not its `.item()`."""
    if isinstance(value, ast.BinOp):
        return _is_bare(value.left, loss) or _is_bare(value.right, loss)
    return isinstance(value, ast.Name) and value.id == loss


def _has_no_gradient(owner: ast.AST) -> bool:
    if not isinstance(owner, ast.With):
        return False
    words = " ".join(ast.unparse(item.context_expr) for item in owner.items)
    return "no_grad" in words or "inference_mode" in words


READERS = (
    gradients_are_reset,
    gradient_steps_are_in_order,
    losses_are_detached,
)
