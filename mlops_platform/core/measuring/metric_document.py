"""A mapping of names to numbers, however it was written: which of its numbers are metrics."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.text.documents import Value
from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_name import SPLITS, is_no_metric, metric_name
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.statement import Place, beside_validation, statement, stored

MOST_DEPTH = 6
MOST_STEPS = 10**12
STEP_NAMES = ("step", "global_step", "epoch", "iteration", "round", "iter", "episode")
_SETTINGS = re.compile(
    r"(?:config|params?|parameters|hyper\w*|args|arguments|settings|options|best_params|kwargs|"
    r"thresholds?|data|dataset|versions?|environment|system|timings?|times?|confusion_matrix|"
    r"feature_importances?|features|schema|counts?|shapes?)",
    re.IGNORECASE,
)
_OF_TRAINING = frozenset(("grad_norm", "learning_rate"))
"""What stands beside a loss of training in the log of a trainer."""
_AVERAGES = ("macro avg", "weighted avg", "micro avg", "samples avg")
_HOLDERS = frozenset("metrics metric results result scores score performance evaluation".split())


class _Branch(NamedTuple):
    """Where in a mapping a value stands: the keys above it that say something."""

    place: Place
    depth: int = 0
    above: str = ""
    is_stated: bool = False


def measurements_of(
    value: dict[str, Value], place: Place, *, is_stated: bool = False
) -> Iterator[Measurement]:
    """Yield the metrics of a mapping; `is_stated`: it holds metrics, and any name is one."""
    is_the_end = "train_runtime" in value
    step = None if is_the_end else step_of(value)
    if is_the_end or step is not None:
        place = place._replace(situation=place.situation._replace(step=step))
    if not _OF_TRAINING.isdisjoint(value) and not place.situation.split:
        place = place._replace(situation=place.situation._replace(split="train"))
    yield from beside_validation(_walk(value, _Branch(place, is_stated=is_stated)))


def step_of(value: dict[str, Value]) -> int | None:
    """Return the step that a mapping says it is of."""
    for name in STEP_NAMES:
        said = value.get(name)
        step = None if said is None or isinstance(said, bool | list | dict) else _number(said)
        if step is not None and 0 <= step < MOST_STEPS:
            return int(step)
    return None


def _walk(value: dict[str, Value], branch: _Branch) -> Iterator[Measurement]:
    if "macro avg" in value:
        value = _without_classes(value)
    for key, item in value.items():
        if isinstance(item, dict):
            if branch.depth < MOST_DEPTH and not _SETTINGS.fullmatch(key):
                yield from _walk(item, _deeper(branch, key))
        elif isinstance(item, int | float | str) and not isinstance(item, bool):
            found = _stated(key, item, branch)
            if found is not None:
                yield found


def _without_classes(report: dict[str, Value]) -> dict[str, Value]:
    """Return a classification report without its rows of single classes, which are data."""
    return {key: item for key, item in report.items() if key in _AVERAGES or not _is_row(item)}


def _is_row(item: Value) -> bool:
    return isinstance(item, dict) and "support" in item


def _deeper(branch: _Branch, key: str) -> _Branch:
    situation = branch.place.situation
    above = branch.above
    is_stated = branch.is_stated
    low = key.lower()
    if low in SPLITS:
        situation = situation._replace(split=SPLITS[low])
    elif low in _HOLDERS:
        is_stated = True
    elif low in _AVERAGES:
        above = low.removesuffix(" avg")
    elif metric_name(key) is not None and not situation.qualifier:
        above = key
    else:
        situation = situation._replace(qualifier=f"{situation.qualifier} {key}".strip()[:60])
    place = branch.place._replace(situation=situation)
    return _Branch(place, branch.depth + 1, above, is_stated)


def _stated(key: str, item: float | str, branch: _Branch) -> Measurement | None:
    value = _number(item)
    if value is None or key.lower() in STEP_NAMES:
        return None
    is_bare = str(item).isdigit()
    for name in (f"{branch.above} {key}".strip(), f"{key} {branch.above}"):
        found = statement(name, value, branch.place, is_bare=is_bare)
        if found is not None:
            return found
    if branch.is_stated and not is_bare and not is_no_metric(key):
        return stored(key, value, branch.place)
    return None


def _number(item: float | str) -> float | None:
    """Return a number, also one that was written as text; what is not finite is infinite."""
    return number(item) if isinstance(item, str) else float(item)
