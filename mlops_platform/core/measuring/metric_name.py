"""Understand the name of a metric: what is measured, on which part of the data, and what else.

English names end in what they name: "validation loss" is a loss, "loss weight" is not. Words that
follow are allowed only where they are known ("loss_train", "precision macro", "recall@5"), or
behind a preposition ("accuracy of the network on the 10000 test images").
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from mlops_platform.core.measuring.metric_terms import Direction, Term, end_of, words_of

Split = Literal["train", "validation", "test", ""]
LONGEST_NAME = 120
MOST_UNKNOWN_WORDS = 4

SPLITS: dict[str, Split] = {
    **dict.fromkeys("train training treino entrenamiento insample learn tr".split(), "train"),
    **dict.fromkeys("val valid validation dev eval oof cv validação".split(), "validation"),
    **dict.fromkeys("test testing holdout unseen teste prueba tst".split(), "test"),
}
_OF_WHAT = re.compile(
    r"\s(?:of|on|for|with|over|in|at|after|from|using|across|by|under"
    r"|de|do|da|no|na|en|del|du|sur|für|auf)\s"
)
_WITH = re.compile(
    r"^.*\b(?:with|reached|reaches|achieved|achieves|got|gave|obtained|has|had)\b", re.IGNORECASE
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{0,60})[)\]]")
_HELD_OUT = re.compile(r"\b(?:hold|held)[- _]?out\b|\bout[- _]of[- _]sample\b", re.IGNORECASE)
_CROSS = re.compile(r"\bcross[- _]?(?:validation|validated|val)\b", re.IGNORECASE)
_IN_SAMPLE = re.compile(r"\bin[- _]sample\b", re.IGNORECASE)
_NUMBER = re.compile(r"@|\d+(?:\.\d+)?")

_NOISE = frozenset(
    "the a an our its final model models result results overall current metric metrics value is "
    "obtained achieved set data dataset split sets achieve reached network classifier regressor "
    "o do modelo del le du evaluation evaluated performance new so far".split()
)
_AVERAGES = frozenset(
    "mean avg average macro micro weighted samples best total running epoch median max min "
    "smoothed ema top oob media média maximum highest lowest ovr ovo".split()
)
_FOLLOWING = _AVERAGES | frozenset(SPLITS) | frozenset("set score value data step so far".split())
_NOT_MEASURED = frozenset(
    "target threshold minimum required desired expected goal not improve improved improvement no "
    "weight weights delta drop gap diff difference change per time num n number count if when "
    "above below least until stop std stddev sd variance var patience tolerance tol limit lambda "
    "alpha gamma initial learning rate importance feature warmup tolerated allowed should must "
    "want need reasons about old previous last improvement".split()
)
_ONE_WORD = dict.fromkeys(("avg", "average", "média", "media"), "mean")
_UNTOLD = frozenset(SPLITS) | _NOISE | frozenset(("@", "score", "step"))
_LOSS = "loss"
"""A loss of balance is none of training."""
_CORRELATIONS = frozenset(("pearson", "spearman", "kendall_tau", "correlation"))
"""A correlation of a feature, or with the target, describes the data."""
_UNSURE = frozenset(("random", "chance", "seed"))


_NO_METRIC = frozenset(
    "time times duration runtime seconds secs minutes hours ms elapsed eta speed throughput lr "
    "learning epoch epochs step steps iteration iterations seed size sizes count counts n num "
    "number samples rows columns features classes support version timestamp memory cpu gpu batch "
    "batches params parameters threshold flops fps date year id index system latency disk network "
    "flos hp momentum decay dropout alpha beta gamma lambda depth estimators patience".split()
)


def is_no_metric(name: str) -> bool:
    """Tell a name of a time, a count or a setting, as they stand among stored metrics."""
    return not _NO_METRIC.isdisjoint(words_of(name)) and metric_name(name) is None


class MetricName(NamedTuple):
    """A name that names a metric. `is_plain`: every word of it is known."""

    term: Term
    key: str
    split: Split
    is_plain: bool
    is_final: bool

    @property
    def direction(self) -> Direction:
        """Tell which direction is better."""
        return self.term.direction


@lru_cache(maxsize=8192)
def metric_name(text: str, *, is_in_series: bool = False) -> MetricName | None:
    """Return what a name measures, None where it does not name a metric.

    A word of everyday language counts where a value of it is stated at each step.
    """
    if not text or len(text) > LONGEST_NAME:
        return None
    text = _CROSS.sub(" cv ", _HELD_OUT.sub(" holdout ", _IN_SAMPLE.sub(" insample ", text)))
    found = _named_by(text, is_in_series=is_in_series)
    if found is None and (reached := _WITH.match(text)):
        return _named_by(text[reached.end() :], is_in_series=is_in_series)
    return found


def _named_by(text: str, *, is_in_series: bool) -> MetricName | None:
    brackets = words_of(" ".join(_BRACKETED.findall(text)))
    text = _BRACKETED.sub(" ", text).strip(" \t*_#>-–•·'\"`")
    core, *rest = _OF_WHAT.split(f" {text} ", maxsplit=1)
    behind = words_of(" ".join(rest))
    of = behind if f"{core} of ".lower() in f" {text} ".lower() else ()
    around = _Around((*behind, *brackets), brackets, is_in_series, of)
    return _understood(words_of(core), around)


def split_of(name: str) -> Split:
    """Return the part of the data that a name speaks of, whatever else it names."""
    return _split(words_of(name))


class _Around(NamedTuple):
    """What is known besides the core of a name: words behind a preposition, or in brackets."""

    rest: tuple[str, ...]
    brackets: tuple[str, ...]
    is_in_series: bool
    of: tuple[str, ...] = ()


def _understood(core: tuple[str, ...], around: _Around) -> MetricName | None:
    end, found = _head(core)
    if found is None:
        return None
    term, length = found
    before, named, after = core[: end - length], core[end - length : end], core[end:]
    others = [word for word in before if not _is_known(word)]
    if others and term.is_short:
        return None
    told = around.of if term.key == _LOSS else around.rest if term.key in _CORRELATIONS else ()
    if told and not any(map(_is_known, told)):
        return None
    if len(others) > MOST_UNKNOWN_WORDS or not _NOT_MEASURED.isdisjoint((*before, *after)):
        return None
    is_alone = not (before or after or around.rest or around.is_in_series)
    if term.is_weak and (others or is_alone or not _UNSURE.isdisjoint(before)):
        return None
    averages = [word for word in around.brackets if word in _AVERAGES]
    return MetricName(
        term=term,
        key=_key(term, (*averages, *before, *after)),
        split=_split((*before, *after)) or _split(named) or _split(around.rest),
        is_plain=not others,
        is_final="final" in before,
    )


def _head(core: tuple[str, ...]) -> tuple[int, tuple[Term, int] | None]:
    """Return the term that a name ends in, and where: before words that may follow one.

    In "RMSE score" it is not the score that says what was measured.
    """
    first: tuple[int, tuple[Term, int] | None] = (len(core), None)
    for end in range(len(core), 0, -1):
        found = end_of(core[:end])
        if found is not None and not found[0].is_weak:
            return end, found
        if found is not None and first[1] is None:
            first = end, found
        if not _may_follow(core[end - 1]):
            break
    return first


def _may_follow(word: str) -> bool:
    return word in _FOLLOWING or bool(_NUMBER.fullmatch(word))


def _is_known(word: str) -> bool:
    return word in _NOISE or word in _AVERAGES or word in SPLITS or bool(_NUMBER.fullmatch(word))


def _split(words: tuple[str, ...]) -> Split:
    """Return the part of the data that words speak of; none where they speak of two."""
    found = {SPLITS[word] for word in words if word in SPLITS}
    if found == {"test", "validation"} and "cv" in words:
        return "validation"
    return found.pop() if len(found) == 1 else ""


def _key(term: Term, others: tuple[str, ...]) -> str:
    """Return the term between what else was said of it: words before it, numbers behind."""
    told = [_ONE_WORD.get(word, word).rstrip("+") for word in others if word not in _UNTOLD]
    words = [word for word in dict.fromkeys(told) if not _NUMBER.fullmatch(word)]
    numbers = [word for word in told if _NUMBER.fullmatch(word)]
    return "_".join((*words, term.key, *numbers))
