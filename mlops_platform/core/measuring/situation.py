"""What the lines above a line say of it: which split, which model, which fold, which epoch.

A title ends what the title before it said. A blank line or a sentence after numbers ends what was
said of a split or an epoch; a model's name holds until the next title names another.
"""

import re
from enum import Enum
from typing import NamedTuple

from mlops_platform.core.measuring.metric_name import SPLITS, Split

LONGEST_TITLE = 80
LONGEST_QUALIFIER = 60
MOST_WORDS = 7
PAIR_HINT = re.compile(r"[:=]\s?[-+]?[\d.]")
_STEP = re.compile(
    r"\W{0,12}(?:epoch|iteration|iter|round|episode)\s?[:#]?\s?[\[(]?(\d{1,9})"
    r"(?:\s?(?:/|of)\s?\d{1,9})?[\])]?\W{0,40}",
    re.IGNORECASE,
)
_FOLD = re.compile(
    r"\W{0,12}(?:(?:starting|training|processing)\s)?(?:cv|k)?[- ]?fold\s?[:#=]?\s?(\d{1,4})"
    r"(?:\s?(?:/|of)\s?\d{1,4})?\W{0,40}",
    re.IGNORECASE,
)
# Keras draws the bar of an epoch once more below what it says of a checkpoint.
_CHECKPOINT = re.compile(r"Epoch (\d{1,9}): .{0,120}\b(?:improve|improved|saving)\b")
_KEYED = re.compile(
    r"\W{0,6}(?:model|modelo|modèle|modell|classifier|regressor|algorithm|estimator|experiment|"
    r"method|network|architecture|clf|learner)(?:\s?name)?\s?[:=]\s?(?P<said>\S.{0,60})",
    re.IGNORECASE,
)
_DECORATED = re.compile(r"\s{0,8}[=\-*#~_+>─━═]{2,60}\s?(?P<said>[^\s=\-*#~_─━═].{0,70})")
_WORKING = re.compile(
    r"(?:Training|Evaluating|Testing|Fitting|Running|Validating|Results for|Evaluation of)\s"
    r"(?P<said>\S.{0,60})"
)
_ON_PART = re.compile(r"\b(?:on|for)\s(?:the\s)?([a-z]{2,12})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w.+-]{0,40}")
_EMPTY_WORDS = frozenset(
    "model models results result metrics metric scores score for on the of a with evaluation "
    "performance report classification summary set data dataset split final and to "
    "history evaluating training testing fold epoch using from by best in run started finished "
    "accuracy confusion matrix loss".split()
)

_LEARNING = frozenset("training entrenamiento treino learn".split())
_OF_ROWS = frozenset(
    "set data dataset split on metric metrics result results score scores performance"
    " report".split()
)
"""Words beside which training is the part of the data that it is done with."""

_MODEL_WORDS = frozenset(
    "random forest forests logistic linear regression regressor classifier decision tree trees svm "
    "svc svr knn naive bayes gradient boosting boosted neural network net mlp cnn lstm gru rnn gan "
    "xgboost xgb lightgbm lgbm catboost adaboost bagging extra ridge lasso elastic elasticnet ada "
    "baseline dummy ensemble voting stacking bert transformer resnet kmeans means k nearest "
    "neighbors vector machine support gaussian multinomial tuned default model".split()
)
_ID = re.compile(r"(?=.*\d)[0-9a-fA-F-]{8,}|\d{5,}")


class Bar(Enum):
    """Whether a line is a progress bar, and came to its end."""

    NONE = 0
    OPEN = 1
    FINISHED = 2


class Situation(NamedTuple):
    """Where a line stands."""

    split: Split = ""
    qualifier: str = ""
    step: int | None = None
    fold: int | None = None


class Following:
    """Follows the lines of a text; keeps what titles said and whether numbers came since."""

    def __init__(self) -> None:
        self._now = Situation()
        self._has_content = False
        self._bar = Bar.NONE

    def after(self, text: str, bar: Bar = Bar.NONE) -> Situation:
        """Take the next line, and return where it stands.

        An epoch lasts until its bar is finished, whatever is printed in between, and no longer.
        """
        line = text.strip()
        kept = _CHECKPOINT.match(line)
        if kept:
            self._now, bar = self._now._replace(step=int(kept[1])), Bar.OPEN
        if bar is Bar.OPEN or (self._bar is Bar.OPEN and bar is Bar.NONE):
            self._bar = Bar.OPEN
            return self._now
        if line and self._bar is Bar.FINISHED and bar is Bar.NONE:
            self._now = self._now._replace(step=None)
        self._bar = bar if line else self._bar
        if not line:
            self._part()
        elif len(line) <= LONGEST_TITLE and not PAIR_HINT.search(line):
            self._title_or_sentence(line)
        else:
            self._has_content = True
        return self._now

    def _part(self) -> None:
        if self._has_content:
            self._now = self._now._replace(split="", step=None)
            self._has_content = False

    def _title_or_sentence(self, line: str) -> None:
        if found := _STEP.fullmatch(line):
            self._now = self._now._replace(split="", step=int(found[1]))
        elif found := _FOLD.fullmatch(line):
            self._now = self._now._replace(split="", step=None, fold=int(found[1]))
        elif said := title(line):
            self._take(said)
        elif any(letter.isdigit() for letter in line):
            self._has_content = True
            return
        elif any(letter.isalpha() for letter in line):
            self._part()
            self._take_part_named_in(line)
        self._has_content = False if any(c.isalnum() for c in line) else self._has_content

    def _take(self, said: str) -> None:
        split, qualifier = told_by(said)
        kept = qualifier or self._now.qualifier
        is_other = bool(qualifier) and qualifier != self._now.qualifier
        fold = None if is_other else self._now.fold
        self._now = Situation(split=split, qualifier=kept, step=None, fold=fold)

    def _take_part_named_in(self, line: str) -> None:
        named = [SPLITS[word] for word in _ON_PART.findall(line.lower()) if word in SPLITS]
        if named:
            self._now = self._now._replace(split=named[0])


def title(line: str) -> str:
    """Return what a line says as a title, "" where it is none."""
    keyed = _KEYED.fullmatch(line)
    if keyed:
        return _stripped(keyed["said"])
    decorated = _DECORATED.fullmatch(line)
    if decorated or line.endswith(":"):
        said = _stripped(decorated["said"] if decorated else line)
    else:
        working = _WORKING.fullmatch(line.rstrip(". …"))
        said = _stripped(working["said"]) if working else ""
        said = said if said[:1].isupper() else ""
    return said if len(_WORD.findall(said)) <= MOST_WORDS else ""


def told_by(said: str) -> tuple[Split, str]:
    """Return the split that a title names, and what else it names: a model, a run.

    "Training with XGBoost" names what is done, "Training set (XGBoost)" the rows.
    """
    words = _WORD.findall(said)
    low = {word.lower() for word in words}
    rest = [w for w in words if w.lower() not in _EMPTY_WORDS and w.lower() not in SPLITS]
    splits = {SPLITS[word] for word in low if word in SPLITS}
    if rest and splits == {"train"} and low & _LEARNING and low.isdisjoint(_OF_ROWS):
        splits = set()
    is_name = all(_is_of_a_name(word) for word in rest)
    qualifier = " ".join(rest)[:LONGEST_QUALIFIER] if is_name else ""
    return (splits.pop() if len(splits) == 1 else ""), qualifier


def _is_of_a_name(word: str) -> bool:
    """Tell a word of a model's name from one of a sentence, and from an id."""
    is_written_so = not word[0].islower() or word.lower() in _MODEL_WORDS or "_" in word
    return is_written_so and not _ID.fullmatch(word)


def _stripped(said: str) -> str:
    return said.strip(" \t=-*#~_:\"'.…─━═>")
