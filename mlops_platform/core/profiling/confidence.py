"""How sure we are that a file is where training or evaluation starts: names, place, documentation.

These weights order candidates that already proved to train or measure; they never make one. They
were set by hand on public repositories and are not probabilities.
"""

import re
from functools import cache
from typing import NamedTuple

from mlops_platform.core.facts.repository import Role

TRAIN_WORDS = frozenset(
    "train training trainer fit finetune finetuning pretrain pretraining".split()
)
START_WORDS = frozenset("main run pipeline experiment model modeling modelling".split())
EVALUATION_WORDS = frozenset(
    "eval evaluate evaluation evaluations evaluator val validate validation test testing".split()
)
OTHER_WORDS = frozenset(
    "predict prediction predictions inference infer serve server serving app api demo plot plots"
    " visualize visualization eda preprocess preprocessing prepare utils util helpers benchmark"
    " bench export convert download fold folds sample generate generator score scoring metrics"
    " profile deploy register baseline example conftest setup data dataset features explore"
    " exploration analysis".split()
)
MODEL_WORDS = frozenset({"model", "models"})
PAST_FOLDERS = frozenset("old legacy archive archived deprecated backup bak attic unused".split())
DIRECT, THROUGH_CALLS, NOT_STARTABLE = 0.55, 0.5, 0.2
DOCUMENTED, MENTIONED, DEPTH = 0.2, 0.1, 0.05
EXAMPLE, PAST, IMPORTED, BY_NAME = 0.15, 0.2, 0.05, 0.1


class Sight(NamedTuple):
    """What is known of a candidate besides that it trains or measures."""

    path: str
    role: Role
    is_startable: bool
    hops: int
    is_documented: bool
    imported_by: int
    is_certain: bool = True
    is_in_readme: bool = False


def training_confidence(sight: Sight) -> float:
    """Return the confidence, 0–1, that training is started here."""
    words = words_of(sight.path)
    if words & TRAIN_WORDS:
        name = 0.2
    elif words & (OTHER_WORDS | EVALUATION_WORDS):
        name = -0.15
    else:
        name = 0.1 if words & START_WORDS else 0.0
    return _bounded(_ground(sight) + name)


def evaluation_confidence(sight: Sight) -> float:
    """Return the confidence, 0–1, that evaluation is started here.

    That a file is documented speaks for evaluation only where its name does.
    """
    words = words_of(sight.path)
    is_named = words <= EVALUATION_WORDS | TRAIN_WORDS | MODEL_WORDS
    if not sight.is_startable:
        name = 0.35 if is_named else 0.0
    elif words & EVALUATION_WORDS:
        name = 0.15 if words & {"test", "testing"} else 0.25
    else:
        name = -0.3
        sight = sight._replace(is_documented=False)
    return _bounded(_ground(sight) + name)


@cache
def words_of(path: str) -> frozenset[str]:
    """Return the words of a file's name, in lower case."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem)
    return frozenset(word.lower() for word in re.split(r"[^A-Za-z]+", spaced) if word)


def _ground(sight: Sight) -> float:
    value = (
        NOT_STARTABLE if not sight.is_startable else DIRECT if sight.hops == 0 else THROUGH_CALLS
    )
    folders = sight.path.split("/")[:-1]
    value += DOCUMENTED * sight.is_documented
    value += MENTIONED * sight.is_in_readme
    value -= DEPTH * min(len(folders), 5)
    value -= BY_NAME * (not sight.is_certain)
    value -= EXAMPLE * (sight.role is Role.EXAMPLE)
    value -= PAST * any(folder.lower() in PAST_FOLDERS for folder in folders)
    return value - IMPORTED * (sight.imported_by > 0 and not sight.is_documented)


def _bounded(value: float) -> float:
    return round(min(max(value, 0.05), 0.95), 2)
