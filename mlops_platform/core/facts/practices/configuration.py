"""What ties a program to one machine or one run: paths of its author, numbers inside calls."""

import ast
import re
from collections.abc import Iterator

from mlops_platform.core.facts.practices.seen import Seen, fault, sound
from mlops_platform.core.facts.python.blocks import Site
from mlops_platform.core.facts.python.call_parts import called, spelled
from mlops_platform.core.facts.python.code import Code
from mlops_platform.core.facts.python.kin import Kin
from mlops_platform.core.facts.python.learning import MODULES
from mlops_platform.core.facts.python.literals import safe_text

LONGEST_SHOWN = 60
_OF_ONE_MACHINE = re.compile(
    r"/home/(?!jovyan|vscode|app\b|appuser)[\w.-]+/\S|/Users/[\w.-]+/\S|[A-Za-z]:[\\/]{1,2}\w"
    r"|/content/drive/My ?Drive/\S|/content/gdrive/My ?Drive/\S"
)
_PLACEHOLDER = re.compile(
    r"path[_/ -]?to|your|<|\{|xxx|/(?:home|Users)/(?:user|username|me|name)/",
    re.IGNORECASE,
)
_KNOBS = frozenset(
    "lr learning_rate epochs nb_epoch num_epochs n_epochs batch_size weight_decay momentum"
    " n_estimators max_depth num_train_epochs per_device_train_batch_size num_leaves"
    " subsample colsample_bytree min_child_weight reg_lambda reg_alpha l2_leaf_reg".split()
)
_HELD_OUT = re.compile(r"test|val", re.IGNORECASE)
_ARCHITECTURE = ("torch.nn.", "tensorflow.keras.layers.", "keras.layers.")
_NOT_TRAINING = re.compile(r"predict|evaluate|config|arguments", re.IGNORECASE)


def paths_are_portable(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the literal paths that exist on one machine only."""
    seen = set()
    for text in code.layout.strings:
        value = str(text.value)
        if not _OF_ONE_MACHINE.match(value) or _PLACEHOLDER.search(value) or value in seen:
            continue
        seen.add(value)
        if "\n" not in value:
            shown = safe_text(value[:LONGEST_SHOWN])
            yield fault(code, text, "path", f"`{shown}` is a place on one machine")


def hyperparameters_are_configurable(code: Code, _kin: Kin) -> Iterator[Seen]:
    """Yield the settings of training that calls of a script are given by name."""
    if not code.fits or code.is_notebook:
        return
    for site in code.layout.sites:
        knobs = [each for each in site.node.keywords if each.arg in _KNOBS]
        is_default = isinstance(site.statement, ast.FunctionDef | ast.ClassDef)
        if not knobs or is_default or not _trains(code.name(site.node.func)) or _is_held_out(site):
            continue
        for keyword in knobs:
            value = keyword.value
            if not isinstance(value, ast.Constant):
                yield sound(code, value, str(keyword.arg))
            elif type(value.value) in (int, float) and value.value:
                shown = f"`{keyword.arg}={ast.unparse(value)}` inside the call"
                yield fault(code, value, str(keyword.arg), shown)


def _is_held_out(site: Site) -> bool:
    """Tell whether a call reads the rows that only measure: their batches change no model."""
    rows = spelled(site.node.args[0]) if site.node.args else ""
    statement = site.statement
    target = spelled(statement.targets[0]) if isinstance(statement, ast.Assign) else ""
    return called(site) == "DataLoader" and bool(_HELD_OUT.search(f"{target} {rows}"))


def _trains(name: str) -> bool:
    last = name.rpartition(".")[2]
    is_known = name.partition(".")[0] in MODULES or last == "fit"
    is_layer = name.startswith(_ARCHITECTURE)
    return is_known and not is_layer and not _NOT_TRAINING.search(last)


READERS = (paths_are_portable, hyperparameters_are_configurable)
