"""What is left when training ends: the model with its preprocessing, a state to go on from."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from mlops_platform.core.facts.flow.knowledge import canonical, knowledge
from mlops_platform.core.facts.practices.seen import MOST_COMPARED, Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Block, Site
from mlops_platform.core.facts.python.call_parts import called, names_in, receiver, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

LONG_EPOCHS = 50
"""Training that long is worth going on with after it was stopped; a judgement of ours."""
_SAVED_WITH = frozenset({"scaling", "imputation", "vectorising", "reduction", "feature_selection"})
_NO_SAVED = frozenset({"sklearn.manifold.TSNE", "sklearn.manifold.Isomap"})
_OWN_METHODS = frozenset(
    "fit transform fit_transform inverse_transform get_feature_names get_feature_names_out"
    " get_support".split()
)
_DUMPS = ("joblib.dump", "pickle.dump", "dill.dump", "cloudpickle.dump")
_OPTIMIZER_STATE = re.compile(
    rb"opt\w{0,60}(?:\[[^\]\n]{0,60}\])?\.state_dict|accelerator\.save_state|Trainer\("
)
# `("optimizer", optimizer)`, of whose second parts the states are saved one by one.
_PAIRED_OPTIMIZER = re.compile(
    rb"\(\s{0,20}['\"]opt\w{0,60}['\"]\s{0,20},\s{0,20}(?:self\.)?opt\w{0,60}\s{0,20}\)"
)
# Not how often something is saved, shown or tried: `SAVE_EPOCH`.
_EPOCHS = re.compile(
    r"(?:^|\.)(?:total_|max_|num_|n_|nb_|no_|train(?:ing)?_|num_train_)*epochs?$", re.IGNORECASE
)


def preprocessing_is_saved_with_the_model(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each fitted transformer whose output the saved model of the same scope learned from."""
    dumps = _dumps(code)
    for name, maker, scope in islice(_transformers(code), MOST_COMPARED) if dumps else ():
        learned = _learned_from(code, name, scope)
        saved = [s for s in dumps if s.block.function is scope]
        save = next((s for s in saved if names_in(s.node.args[:1]) & learned), None)
        if save is None or not learned:
            continue
        if _escapes(code, name):
            yield sound(code, maker, name)
        else:
            note = f"`{name}` is saved nowhere, and the model that needs it is, at "
            note += code.shown(save.node)
            yield fault(code, maker, name, note)


def importing_trains_nothing(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the first training call of a script that another file of the program imports."""
    if not code.fits or code.is_notebook:
        return
    at_top = [s for s in code.fits if s.block.function is None and not _is_guarded(s.block)]
    if not at_top:
        yield sound(code, code.fits[0].node, called(code.fits[0]))
        return
    importer = next((each.path for each in kin.codes if code.path in each.local_imports), None)
    if importer is not None:
        note = f"trains at import, and `{importer}` imports this file"
        yield fault(code, at_top[0].node, called(at_top[0]), note)


def training_keeps_no_global_state(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the `global` statements of functions that bind such a name, in files that train."""
    if not code.fits:
        return
    found = (each for each in code.layout.statements if isinstance(each[0], ast.Global))
    for statement, block in islice(found, MOST_COMPARED):
        function = block.function
        if not isinstance(statement, ast.Global) or function is None:
            continue
        bound = {
            part.id
            for inner in function.body
            for part in ast.walk(inner)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
        }
        names = ", ".join([name for name in statement.names if name in bound][:3])
        if names:
            yield fault(code, statement, "global", f"a function changes `{names}` of its module")


def long_training_can_be_resumed(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield the first `torch.save` of weights, where a program trains for many epochs by hand."""
    saves = [s for s in code.calls("save") if code.name(s.node.func) == "torch.save"]
    weights = next((site for site in saves if _is_of_a_model(code, site)), None)
    # A file that says how long its own loop runs does not run as long as another one.
    epochs = min(_longest(kin), (_epochs(code) if code.fits else 0) or _longest(kin))
    if weights is None or epochs < LONG_EPOCHS:
        return
    is_saved = any(_OPTIMIZER_STATE.search(each.source) for each in kin.codes)
    if is_saved or _PAIRED_OPTIMIZER.search(code.source):
        yield sound(code, weights.node, "state_dict")
    else:
        note = f"{epochs} epochs, and the optimizer's state is not saved with the weights"
        yield fault(code, weights.node, "torch.save", note)


def _transformers(code: Code) -> Iterator[tuple[str, ast.Call, Block | None]]:
    purposes = knowledge().purposes
    for binding in code.layout.bindings:
        target, value = binding.targets[0], binding.value
        if not isinstance(target, ast.Name) or not isinstance(value, ast.Call):
            continue
        maker = canonical(code.name(value.func))
        if purposes.get(maker) in _SAVED_WITH and maker not in _NO_SAVED:
            yield target.id, value, binding.block.function


def _learned_from(code: Code, name: str, scope: Block | None) -> frozenset[str]:
    """Return the models of a scope that were fitted to what a transformer gave."""
    bindings = [b for b in code.layout.bindings if b.block.function is scope]
    given = {
        part
        for binding in bindings
        if _is_output(binding.value, name)
        for target in binding.targets
        for part in names_in([target])
    }
    for binding in bindings:
        is_split = isinstance(binding.value, ast.Call) and "split" in ast.unparse(
            binding.value.func
        )
        if is_split and names_in([binding.value]) & given:
            given |= {part for target in binding.targets for part in names_in([target])}
    return frozenset(
        receiver(site)
        for site in code.fits
        if site.block.function is scope and names_in(site.node.args[:1]) & given and receiver(site)
    )


def _is_output(value: ast.expr, name: str) -> bool:
    wanted = {f"{name}.transform", f"{name}.fit_transform"}
    return isinstance(value, ast.Call) and spelled(value.func) in wanted


def _dumps(code: Code) -> list[Site]:
    return [s for s in code.calls("dump") if code.name(s.node.func) in _DUMPS]


def _escapes(code: Code, name: str) -> bool:
    """Tell whether a name is used for anything but its own methods: stored, returned, passed on."""
    uses = owned = 0
    for node in ast.walk(code.module):
        if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load):
            uses += 1
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == name
        ):
            owned += node.attr in _OWN_METHODS or node.attr.endswith("_")
    return uses > owned


def _is_guarded(block: Block) -> bool:
    return any(
        isinstance(each.owner, ast.If) and "__name__" in ast.unparse(each.owner.test)
        for each in block.around()
    )


def _is_of_a_model(code: Code, site: Site) -> bool:
    """Tell whether what is saved are weights: a state, or a model that trains in this file."""
    saved = [*site.node.args[:1]]
    names = names_in(saved)
    saved += [
        binding.value
        for binding in code.layout.bindings
        if any(spelled(target) in names for target in binding.targets)
    ]
    trained = {receiver(each) for each in code.calls("parameters")}
    is_state = any("state_dict" in ast.unparse(each) for each in saved)
    return is_state or not trained.isdisjoint(names_in(saved))


@lru_cache(maxsize=8)
def _longest(kin: Kin) -> int:
    """Return the number of epochs that a program names, 0 where it takes no gradient steps."""
    if not any(called(site) == "backward" for each in kin.codes for site in each.fits):
        return 0
    return max((_epochs(each) for each in kin.codes), default=0)


def _epochs(code: Code) -> int:
    """Return the number of epochs that a file names, as a value or as an argument's default."""
    found = [
        binding.value.value
        for binding in code.layout.bindings
        if isinstance(binding.value, ast.Constant) and type(binding.value.value) is int
        if any(_EPOCHS.search(spelled(target)) for target in binding.targets)
    ]
    for site in code.calls("add_argument"):
        flags = [a.value for a in site.node.args if isinstance(a, ast.Constant)]
        default = next((k.value for k in site.node.keywords if k.arg == "default"), None)
        is_number = isinstance(default, ast.Constant) and type(default.value) is int
        named = any(_EPOCHS.search(str(f).lstrip("-").replace("-", "_")) for f in flags)
        if is_number and named:
            found.append(default.value)  # type: ignore[union-attr]
    return max((value for value in found if isinstance(value, int)), default=0)


READERS = (
    preprocessing_is_saved_with_the_model,
    importing_trains_nothing,
    training_keeps_no_global_state,
    long_training_can_be_resumed,
)
