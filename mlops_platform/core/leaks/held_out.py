"""Held-out rows that were changed by themselves: resampled, or by statistics of their own."""

from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Event, Trace
from mlops_platform.core.facts.flow.plain_values import Learned
from mlops_platform.core.facts.flow.rows import are_apart, holds_some
from mlops_platform.core.leaks.defect import (
    Confidence,
    Defect,
    DefectKind,
    Step,
    in_order,
    loads_of,
    splits_of,
    step,
)

_REFITTED = frozenset(
    {"scaling", "imputation", "reduction", "supervised_reduction", "vectorising", "encoding"}
)


def changed_test_rows(trace: Trace) -> Iterator[Defect]:
    """Find scores of rows that are not as they came, by what was learned of these rows alone."""
    events = trace.events
    for score in events:
        if score.deed is not Deed.SCORE or not score.fits:
            continue
        fits = [events[serial] for serial in score.fits]
        for learned in in_order(score.learned):
            is_own = holds_some(learned.rows, score.rows)
            if is_own and all(are_apart(fit.rows, learned.rows) for fit in fits):
                yield from _changed(events, learned, fits[-1], score)


def _changed(
    events: tuple[Event, ...], learned: Learned, fit: Event, score: Event
) -> Iterator[Defect]:
    before = [each for each in fit.learned if each.purpose == learned.purpose]
    if learned.purpose == "resampling":
        yield _defect(events, learned, (fit, score), DefectKind.RESAMPLED_TEST_ROWS)
    alike = [each for each in before if _is_alike(each, learned)]
    if learned.purpose in _REFITTED and alike:
        is_sure = learned.is_sure and any(each.is_sure for each in alike)
        told = learned._replace(is_sure=is_sure)
        yield _defect(events, told, (fit, score), DefectKind.REFITTED_ON_TEST)


def _is_alike(one: Learned, other: Learned) -> bool:
    """Tell whether the training rows were changed in the same way, by their own statistics."""
    return one.api == other.api and "." in one.api and one.columns == other.columns


def _defect(
    events: tuple[Event, ...], learned: Learned, after: tuple[Event, Event], kind: DefectKind
) -> Defect:
    is_sure = learned.is_sure and learned.purpose != "encoding"
    fitted = Step("fit", learned.place, learned.api)
    return Defect(
        kind=kind,
        subject=learned.purpose,
        place=learned.place,
        confidence=Confidence.CONFIRMED if is_sure else Confidence.REVIEW,
        chain=(
            *loads_of(events, after[1]),
            *splits_of(events, after[1]),
            step(after[0]),
            fitted,
            step(after[1]),
        ),
    )
