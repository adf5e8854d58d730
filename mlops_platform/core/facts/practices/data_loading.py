"""How batches reach the model: shuffled for training, unchanged where the model is measured."""

import ast
import re
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import (
    called,
    given,
    is_false,
    is_true,
    may_hold_more,
    receiver,
    spelled,
)
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin

_LOADERS = ("torch.utils.data.", "torch_geometric.")
_TRAIN = re.compile(r"(?<!pre)train", re.IGNORECASE)
_OTHER = re.compile(r"test|val|eval|order|feature|extract|full|bank|memory|query", re.IGNORECASE)
_ORDERED = (
    *("IterableDataset", "WebDataset", "streaming", "time_series", "timeseries", "TimeSeries"),
    *("forecast", "seq_len", "look_back", "lookback", "bptt", "sampler", "window"),
)
_SHUFFLES_AT = 2
_AUGMENTS = frozenset(
    "rotation_range width_shift_range height_shift_range shear_range zoom_range horizontal_flip"
    " vertical_flip brightness_range channel_shift_range".split()
)
_HELD_OUT_FLOWS = re.compile(r"val|test", re.IGNORECASE)


def training_batches_are_shuffled(code: Code, kin: Kin) -> Iterator[Seen]:
    """Yield each torch DataLoader that is named as the one of the training rows."""
    if kin.mentions(*_ORDERED):
        return
    sites = [s for s in code.calls("DataLoader") if _is_loader(code, s) and _is_for_training(s)]
    shuffled = [site for site in sites if not is_false(_shuffle(site)) and _shuffle(site)]
    for site in sites:
        if site in shuffled:
            yield sound(code, site.node, "DataLoader")
        elif not shuffled and not may_hold_more(site.node):
            note = "batches come in the order of the file, the same in every epoch"
            yield fault(code, site.node, "DataLoader", note)


def held_out_images_are_not_augmented(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield each flow of Keras images that a model is measured on."""
    for site in code.calls("flow_from_directory", "flow_from_dataframe", "flow"):
        if not _is_held_out(site):
            continue
        makers = [
            binding.value
            for binding in code.layout.bindings
            if any(spelled(target) == receiver(site) for target in binding.targets)
        ]
        if len(makers) != 1 or not isinstance(makers[0], ast.Call):
            continue
        maker = makers[0]
        if code.name(maker.func).rpartition(".")[2] != "ImageDataGenerator":
            continue
        augments = sorted(k.arg for k in maker.keywords if k.arg in _AUGMENTS and _is_on(k.value))
        if augments:
            note = f"its images are changed at random by `{augments[0]}`"
            yield fault(code, site.node, called(site), note)
        else:
            yield sound(code, site.node, called(site))


def _is_loader(code: Code, site: Site) -> bool:
    return code.name(site.node.func).startswith(_LOADERS)


def _is_for_training(site: Site) -> bool:
    statement, call = site.statement, site.node
    if not isinstance(statement, ast.Assign) or statement.value is not call or not call.args:
        return False
    target, rows = spelled(statement.targets[0]), spelled(call.args[0])
    both = f"{target} {rows}"
    size = given(call, "batch_size")
    if size is not None and "len(" in ast.unparse(size):
        return False
    return bool(_TRAIN.search(target)) and bool(rows) and not _OTHER.search(both)


def _shuffle(site: Site) -> ast.expr | None:
    by_name = given(site.node, "shuffle", "sampler", "batch_sampler")
    if by_name is not None:
        return by_name
    arguments = site.node.args
    return arguments[_SHUFFLES_AT] if len(arguments) > _SHUFFLES_AT else None


def _is_held_out(site: Site) -> bool:
    subset = given(site.node, "subset")
    if isinstance(subset, ast.Constant):
        return subset.value == "validation"
    statement = site.statement
    if not isinstance(statement, ast.Assign) or statement.value is not site.node:
        return False
    return bool(_HELD_OUT_FLOWS.match(spelled(statement.targets[0])))


def _is_on(value: ast.expr) -> bool:
    return is_true(value) or (isinstance(value, ast.Constant) and bool(value.value))


READERS = (training_batches_are_shuffled, held_out_images_are_not_augmented)
