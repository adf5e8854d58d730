"""Make a measurement of a name and a number that stand in a line, or refuse to."""

from collections.abc import Iterable
from typing import NamedTuple

from mlops_platform.core.measuring.measurement import Measurement
from mlops_platform.core.measuring.metric_name import (
    LONGEST_NAME,
    MetricName,
    Split,
    metric_name,
    split_of,
)
from mlops_platform.core.measuring.situation import Situation, told_by

MOST_QUALIFIER_WORDS = 4
_OVER_ALL = ("best", "mean", "max", "min", "median")


class Place(NamedTuple):
    """Where a statement stands: its source and line, and what is known of it from around it."""

    source: str
    line: int | None
    rank: int
    situation: Situation = Situation()


def statement(
    name: str, value: float, place: Place, *, is_share: bool = False, is_bare: bool = False
) -> Measurement | None:
    """Return the measurement, None where the name is none of a metric or the number a count."""
    around = place.situation
    understood = metric_name(name, is_in_series=around.step is not None)
    if understood is None or _looks_like_a_count(understood, value, is_share, is_bare):
        return None
    is_over_all = understood.is_final or understood.key.startswith(_OVER_ALL)
    if is_over_all:
        around = Situation(split=around.split, step=around.step)
    return Measurement(
        name=name.strip(" \t:•*–—>#|"),
        value=value,
        source=place.source,
        line=place.line,
        split=understood.split or around.split,
        step=around.fold if around.step is None else around.step,
        qualifier=_qualifier(around),
        is_final=around.step is None and around.fold is None,
        rank=place.rank,
    )


def stored(name: str, value: float, place: Place) -> Measurement:
    """Return the measurement of a name that a store keeps as a metric, whatever it means."""
    found = statement(name, value, place)
    if found is not None:
        return found
    around = place.situation
    return Measurement(
        name=name.strip()[:LONGEST_NAME],
        value=value,
        source=place.source,
        line=place.line,
        split=around.split or split_of(name),
        step=around.fold if around.step is None else around.step,
        qualifier=_qualifier(around),
        is_final=around.step is None and around.fold is None,
        rank=place.rank,
        is_stated=True,
    )


def before_the_name(pieces: Iterable[str], around: Situation) -> Situation:
    """Add to a situation what stands in the line before its first name: `Test set:`, `[SVM]`."""
    split: Split = around.split
    qualifier = around.qualifier
    for piece in pieces:
        found, rest = told_by(piece)
        split = found or split
        is_name = rest[:1].isalpha() and len(rest.split()) <= MOST_QUALIFIER_WORDS
        if is_name and metric_name(piece) is None:
            qualifier = rest
    return around._replace(split=split, qualifier=qualifier)


def with_told_splits(stated: Iterable[Measurement]) -> list[Measurement]:
    """Give all of a line the split that its first names: `train Loss: 0.5 Acc: 0.7`.

    Only where no other of them names one: else each speaks for itself.
    """
    found = list(stated)
    splits = [one.split for one in found]
    if len(found) > 1 and splits[0] and not any(splits[1:]):
        return [one._replace(split=splits[0]) for one in found]
    return beside_validation(found)


def beside_validation(stated: Iterable[Measurement]) -> list[Measurement]:
    """Take what stands beside the same metric of validation as of training: `loss, val_loss`."""
    found = list(stated)
    validated = {_what(one) for one in found if one.split == "validation"}
    return [
        one._replace(split="train") if not one.split and _what(one) in validated else one
        for one in found
    ]


def _what(one: Measurement) -> str:
    understood = metric_name(one.name, is_in_series=True)
    return understood.key if understood else one.name


def _qualifier(around: Situation) -> str:
    if around.step is None or around.fold is None:
        return around.qualifier
    return f"{around.qualifier} fold {around.fold}".strip()


def _looks_like_a_count(
    understood: MetricName, value: float, is_share: bool, is_bare: bool
) -> bool:
    """Tell a setting such as `precision=16` and `recall: 12` (of 20) from a share."""
    is_of_share = understood.term.range in ("share", "correlation", "at_most_one")
    return is_bare and not is_share and is_of_share and value > 1
