"""A defect: what is wrong, where, how sure, and the lines that prove it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from mlops_platform.core.facts.flow.events import Deed, Event
from mlops_platform.core.facts.flow.plain_values import Learned, Place


class DefectKind(StrEnum):
    """The classes of defects, the gravest first."""

    TARGET_AMONG_FEATURES = "target_among_features"
    OVERLAP = "overlap"
    GROUP_LEAK = "group_leak"
    SHUFFLED_TIME_SERIES = "shuffled_time_series"
    MULTI_TEST = "multi_test"
    EVALUATED_ON_TRAINING = "evaluated_on_training"
    RESAMPLING = "resampling"
    RESAMPLED_TEST_ROWS = "resampled_test_rows"
    TARGET_ENCODING = "target_encoding"
    FEATURE_SELECTION = "feature_selection"
    PREPROCESSING = "preprocessing"
    REFITTED_ON_TEST = "refitted_on_test"
    SWAPPED_METRIC_ARGUMENTS = "swapped_metric_arguments"
    RANKING_METRIC_OF_LABELS = "ranking_metric_of_labels"


class Confidence(StrEnum):
    """How sure: only what is confirmed counts, the rest is for a person to look at."""

    CONFIRMED = "confirmed"
    REVIEW = "review"


class Step(NamedTuple):
    """One line of the chain that proves a defect, and what happens there."""

    deed: str
    place: Place
    api: str


class Defect(NamedTuple):
    """One defect; `place` is the statement to change, `subject` what it is about."""

    kind: DefectKind
    subject: str
    place: Place
    confidence: Confidence
    chain: tuple[Step, ...]


def step(event: Event) -> Step:
    """Return an event as a line of a chain."""
    return Step(event.deed.value, event.place, event.api)


def loads_of(events: tuple[Event, ...], about: Event) -> list[Step]:
    """Return where the rows of an event were read."""
    sources = {each.source for each in about.rows}
    return [
        step(each)
        for each in events
        if each.deed is Deed.LOAD and sources & {row.source for row in each.rows}
    ]


def splits_of(events: tuple[Event, ...], about: Event) -> list[Step]:
    """Return where the rows of an event were parted."""
    splits = {split for each in about.rows for split, _ in each.path}
    found = (e for e in events if e.deed is Deed.SPLIT and e.split in splits)
    return [step(each) for each in found]


def in_order(learned: Iterable[Learned]) -> list[Learned]:
    """Return what was learned by place, so that the same files give the same defects."""
    return sorted(learned, key=_key)


def _key(learned: Learned) -> tuple[str, int, int, str, str, str, str, list[str]]:
    place = learned.place
    names = sorted(learned.columns or ())
    where = (place.path, place.cell or 0, place.line)
    return (*where, learned.purpose, learned.api, learned.about, str(learned.is_sure), names)
