"""Which weights are left when training ends: the best, or the last ones."""

import ast
import re
from collections.abc import Iterator
from itertools import islice

from mlops_platform.core.facts.practices.keras_training import LONG_EPOCHS, epochs_of, is_watched
from mlops_platform.core.facts.practices.seeds import is_keras_fit
from mlops_platform.core.facts.practices.seen import MOST_COMPARED, Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Binding, Block, Function, Loop, Site
from mlops_platform.core.facts.python.call_parts import called, given, may_hold_more, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_LEARNS = re.compile(r"train|fit|step|backward|learn|epoch", re.IGNORECASE)
_USES = ("load_state_dict", "save")


def best_weights_are_kept(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each long Keras `fit` that is watched, and the best weights that torch code keeps."""
    for site in code.fits:
        if is_keras_fit(code, site) and is_watched(site):
            yield from _keras(code, site)
    if "torch" in code.modules:
        yield from _torch(code)


def _keras(code: Code, site: Site) -> Iterator[Seen]:
    epochs = epochs_of(code, site)
    if given(site.node, "callbacks") is not None:
        yield sound(code, site.node, "callbacks")
    elif epochs >= LONG_EPOCHS and not may_hold_more(site.node):
        note = f"{epochs} epochs, and the weights of the last one are kept, not of the best"
        yield fault(code, site.node, "fit", note)


def _torch(code: Code) -> Iterator[Seen]:
    """Yield what a loop keeps of weights that go on changing, where it is used after the loop."""
    stated = {id(site.statement) for site in code.calls("state_dict")}
    kept = (b for b in code.layout.bindings if id(b.statement) in stated)
    for binding in islice(kept, MOST_COMPARED):
        name = spelled(binding.targets[0])
        use = _use_after(code, binding, name) if name else None
        if use is None:
            continue
        value = binding.value
        is_bare = isinstance(value, ast.Call) and spelled(value.func).endswith(".state_dict")
        if is_bare:
            note = (
                f"`{name}` is no copy and goes on changing, so that the last weights are used at "
            )
            yield fault(code, binding.statement, name, note + code.shown(use.node))
        else:
            yield sound(code, binding.statement, name)


def _use_after(code: Code, binding: Binding, name: str) -> Site | None:
    """Return where kept weights are loaded or stored after the loop that keeps and trains."""
    uses = [
        site
        for site in code.calls(*_USES)
        if site.block.function is binding.block.function
        and any(spelled(each) == name for each in site.node.args[:1])
    ]
    for loop in _loops(binding.block):
        end = getattr(loop.owner, "end_lineno", None) or 0
        later = [site for site in uses if site.node.lineno > end]
        if later and _trains_one_model(code, loop, binding):
            return later[0]
    return None


def _loops(block: Block) -> Iterator[Block]:
    for each in block.around():
        if isinstance(each.owner, Function):
            return
        if isinstance(each.owner, Loop):
            yield each


def _trains_one_model(code: Code, loop: Block, binding: Binding) -> bool:
    """Tell whether a loop trains a model that was made before it."""
    model = next(
        (
            spelled(node.func).partition(".")[0]
            for node in ast.walk(binding.value)
            if isinstance(node, ast.Call) and spelled(node.func).endswith(".state_dict")
        ),
        "",
    )
    is_made_anew = any(
        spelled(target).partition(".")[0] == model
        for each in code.layout.bindings
        if each.block.is_in(loop)
        for target in each.targets
    )
    learns = any(_LEARNS.search(called(site)) for site in code.sites_in(loop))
    return bool(model) and not is_made_anew and learns


READERS = (best_weights_are_kept,)
