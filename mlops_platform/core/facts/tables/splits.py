"""Which tables are parts of one data set by their names: training and held out."""

import re
from collections.abc import Iterable

_TRAINING = re.compile(r"(?<![a-z])(?:train|training)(?![a-z])", re.IGNORECASE)
_HELD_OUT = re.compile(
    r"(?<![a-z])(?:test|testing|valid|validation|val|dev|eval|evaluation|holdout)(?![a-z])",
    re.IGNORECASE,
)


def split_pairs(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Pair each training table with the held-out tables that are named alike otherwise."""
    paths = sorted(paths)
    training: dict[str, str] = {}
    for path in paths:
        if len(_TRAINING.findall(path)) == 1:
            training.setdefault(_TRAINING.sub("*", path).lower(), path)
    pairs = [
        (training[key], path)
        for path in paths
        if len(_HELD_OUT.findall(path)) == 1
        and (key := _HELD_OUT.sub("*", path).lower()) in training
    ]
    return [pair for pair in pairs if pair[0] != pair[1]]
