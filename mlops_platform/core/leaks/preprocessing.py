"""Statistics of held-out rows went into what the model was trained on."""

from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Event, Trace
from mlops_platform.core.facts.flow.plain_values import OWN_ROW, Learned
from mlops_platform.core.facts.flow.rows import are_split, holds_some
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

# They learn which values exist; a list of categories tells next to nothing of single rows.
_HARMLESS = frozenset({"encoding", "statistic", "group_statistic", "variance"})
# They are no defect by themselves: the order of rows, and a table about columns.
_SILENT = frozenset({"lag", "window", "correlation", OWN_ROW})
_KINDS = {
    "duplication": DefectKind.OVERLAP,
    "resampling": DefectKind.RESAMPLING,
    "target_encoding": DefectKind.TARGET_ENCODING,
    "feature_selection": DefectKind.FEATURE_SELECTION,
    "supervised_reduction": DefectKind.FEATURE_SELECTION,
}


def preprocessing_leaks(trace: Trace) -> Iterator[Defect]:
    """Find fits on rows that later train and test; copies made before the split are overlap."""
    scores = [each for each in trace.events if each.deed is Deed.SCORE]
    # Scores tell more than bare predictions, so that they are asked first.
    for score in (*scores, *(e for e in trace.events if _is_for_a_test(trace.events, e))):
        for serial in score.fits:
            yield from _between(trace.events, trace.events[serial], score)
    for score in trace.events:
        if score.deed is Deed.CROSS_SCORE:
            yield from _inside_folds(trace.events, score)


def _is_for_a_test(events: tuple[Event, ...], prediction: Event) -> bool:
    """Tell whether rows were predicted that a function for that purpose had set aside."""
    if prediction.deed is not Deed.PREDICT:
        return False
    splits = {each.split for each in events if each.deed is Deed.SPLIT}
    return all(any(split in splits for split, _ in each.path) for each in prediction.rows)


def _between(events: tuple[Event, ...], fit: Event, score: Event) -> Iterator[Defect]:
    if not are_split(fit.rows, score.rows):
        return
    parted = _parted_by(events, fit, score)
    is_nested = parted is not None and is_training_part(events, parted)
    for learned in in_order(fit.learned):
        # Rows that are parted by what they hold keep their copies beside them.
        is_beside = learned.purpose == "duplication" and parted is None
        confidence = Confidence.REVIEW if is_nested or is_beside else Confidence.CONFIRMED
        if holds_some(learned.rows, score.rows) and holds_some(learned.rows, fit.rows):
            yield from _defects(events, learned, (fit, score), confidence)


def _parted_by(events: tuple[Event, ...], fit: Event, score: Event) -> Event | None:
    """Return the split that put the rows of a fit and of a score on different sides."""
    sides = {pair for each in fit.rows for pair in each.path}
    splits = {
        split for each in score.rows for split, side in each.path if (split, side) not in sides
    }
    return next((e for e in events if e.deed is Deed.SPLIT and e.split in splits), None)


def is_training_part(events: tuple[Event, ...], rows: Event) -> bool:
    """Tell whether rows are one side of another split, so that a clean test may follow."""
    splits = {each.split for each in events if each.deed is Deed.SPLIT}
    if any(split in splits for each in rows.rows for split, _ in each.path):
        return True
    is_cut = any(each.path for each in rows.rows) or any("train" in n.lower() for n in rows.names)
    return is_cut and not rows.api.endswith("train_test_split")


def _inside_folds(events: tuple[Event, ...], score: Event) -> Iterator[Defect]:
    """Inside folds every row is held out once; on the training part a clean test may follow."""
    # What is handed to a function may be the training part.
    is_part = is_training_part(events, score) or not loads_of(events, score)
    confidence = Confidence.REVIEW if is_part else Confidence.CONFIRMED
    for learned in in_order(score.learned):
        if holds_some(learned.rows, score.rows):
            yield from _defects(events, learned, (score,), confidence)


def _defects(
    events: tuple[Event, ...], learned: Learned, after: tuple[Event, ...], confidence: Confidence
) -> Iterator[Defect]:
    kind = _kind(learned, after[0])
    if kind is None:
        return
    is_harmless = learned.purpose in _HARMLESS and kind is DefectKind.PREPROCESSING
    is_doubtful = is_harmless or not learned.is_sure
    fitted = Step("fit", learned.place, learned.api)
    yield Defect(
        kind=kind,
        subject=learned.purpose,
        place=learned.place,
        confidence=Confidence.REVIEW if is_doubtful else confidence,
        chain=(
            *loads_of(events, after[-1]),
            fitted,
            *splits_of(events, after[-1]),
            *map(step, after),
        ),
    )


def _kind(learned: Learned, fit: Event) -> DefectKind | None:
    """Return the class of a defect; None for what is none as long as the target is not in it."""
    if learned.purpose in _SILENT:
        return None
    is_about_target = bool(learned.about) and learned.about == fit.answer
    if learned.purpose == "group_statistic" and is_about_target:
        return DefectKind.TARGET_ENCODING
    if learned.purpose == "feature_selection" and learned.about and not is_about_target:
        return None
    return _KINDS.get(learned.purpose, DefectKind.PREPROCESSING)
