"""Rows that belong together, by time or by group, and were parted at random all the same."""

from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Event, Trace
from mlops_platform.core.facts.flow.plain_values import Learned
from mlops_platform.core.facts.flow.rows import are_split, holds
from mlops_platform.core.leaks.defect import (
    Confidence,
    Defect,
    DefectKind,
    Step,
    in_order,
    loads_of,
    step,
)

_ORDERED = frozenset({"lag", "window"})


def shuffled_series(trace: Trace) -> Iterator[Defect]:
    """Find models that were trained on rows after those of the test, and hold parts of them."""
    events = trace.events
    for fit, score, split in _tested(events):
        both = fit.learned & score.learned
        for learned in in_order(both):
            is_before = holds(learned.rows, split.rows)
            if learned.purpose in _ORDERED and split.is_shuffled and is_before:
                yield _series(events, learned, (split, fit, score))


def _series(
    events: tuple[Event, ...], learned: Learned, after: tuple[Event, Event, Event]
) -> Defect:
    made = Step("lag", learned.place, learned.api)
    return Defect(
        DefectKind.SHUFFLED_TIME_SERIES,
        learned.purpose,
        after[0].place,
        Confidence.CONFIRMED if learned.is_sure else Confidence.REVIEW,
        (*loads_of(events, after[2]), made, *map(step, after)),
    )


def parted_groups(trace: Trace) -> Iterator[Defect]:
    """Find splits that tear groups apart of which the program itself knows."""
    events = trace.events
    # Where splitters take turns, groups are given for those that look at them.
    grouped_places = {each.place for each in events if each.is_grouped}
    for event in events:
        if event.ignores_groups and event.place not in grouped_places:
            chain = (*loads_of(events, event), step(event))
            yield Defect(
                DefectKind.GROUP_LEAK,
                "groups ignored",
                event.place,
                Confidence.CONFIRMED,
                chain,
            )
    for fit, score, split in _tested(events):
        for grouped in events:
            if grouped.is_grouped and not split.is_grouped:
                yield from _torn(events, grouped, (split, fit, score))


def _torn(
    events: tuple[Event, ...], grouped: Event, after: tuple[Event, Event, Event]
) -> Iterator[Defect]:
    """Find groups that stay together inside one side only: the split before tore them."""
    split = after[0]
    if not holds(split.rows, grouped.rows) or _went_through_groups(events, split):
        return
    is_inside = all(any(number == split.split for number, _ in each.path) for each in grouped.rows)
    yield Defect(
        DefectKind.GROUP_LEAK,
        "groups on both sides",
        split.place,
        Confidence.CONFIRMED if is_inside else Confidence.REVIEW,
        (*loads_of(events, after[2]), step(split), step(grouped), *map(step, after[1:])),
    )


def _went_through_groups(events: tuple[Event, ...], split: Event) -> bool:
    groups = {each.split for each in events if each.deed is Deed.SPLIT and each.is_grouped}
    return any(number in groups for each in split.rows for number, _ in each.path)


def _tested(events: tuple[Event, ...]) -> Iterator[tuple[Event, Event, Event]]:
    """Give each fit with a score of the other side, and the split between them."""
    splits = {each.split: each for each in events if each.deed is Deed.SPLIT}
    for score in events:
        if score.deed not in {Deed.SCORE, Deed.PREDICT}:
            continue
        for fit in (events[serial] for serial in score.fits):
            split = _between(splits, fit, score)
            if split is not None:
                yield fit, score, split


def _between(splits: dict[int, Event], fit: Event, score: Event) -> Event | None:
    if not are_split(fit.rows, score.rows):
        return None
    of_fit = {pair for each in fit.rows for pair in each.path}
    apart = {
        number for each in score.rows for number, side in each.path if (number, side) not in of_fit
    }
    found = sorted(number for number in apart if number in splits)
    return splits[found[0]] if found else None
