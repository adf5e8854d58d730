"""Scores that prove nothing: of rows that were trained on, or that choices were made by."""

import re
from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Event, Trace
from mlops_platform.core.facts.flow.rows import Rows, are_apart, holds
from mlops_platform.core.leaks.defect import (
    Confidence,
    Defect,
    DefectKind,
    loads_of,
    splits_of,
    step,
)

# Not `eval`, `value` or `device`.
_VALIDATION = re.compile(r"(?<!e)val(?!u)|dev(?!i)|cv|hold")
# Some call the test rows so, others those that they choose by.
_HOLDOUT = re.compile(r"(?:^|_)(?:hold_?out|held_?out)(?:_|$)")


def scores_of_training_rows(trace: Trace) -> Iterator[Defect]:
    """Find models that are only ever scored on rows that they were fitted to."""
    events = trace.events
    scores = [e for e in events if e.deed is Deed.SCORE and e.fits and not _is_of_dummy(events, e)]
    if any(each.deed is Deed.CROSS_SCORE or each.is_watched for each in events):
        return
    if any(not _is_trained_on(events, each) for each in scores):
        return
    for score in scores:
        fit = events[score.fits[-1]]
        if fit.rows == score.rows and all(events[n].is_supervised for n in score.fits):
            chain = (*loads_of(events, score), step(fit), step(score))
            confidence = Confidence.CONFIRMED if _are_all_rows(events, fit) else Confidence.REVIEW
            yield Defect(
                DefectKind.EVALUATED_ON_TRAINING, "no held-out rows", score.place, confidence, chain
            )


def _is_of_dummy(events: tuple[Event, ...], score: Event) -> bool:
    """Tell whether a score is of a guess, which learns nothing of single rows."""
    return all(events[serial].api.startswith("sklearn.dummy.") for serial in score.fits)


def _are_all_rows(events: tuple[Event, ...], fit: Event) -> bool:
    """Tell whether rows are all that were read, and nobody calls them the training part."""
    is_part = any(each.path for each in fit.rows) or any("train" in n.lower() for n in fit.names)
    return not is_part and bool(loads_of(events, fit))


def overlaps(trace: Trace) -> Iterator[Defect]:
    """Find scores of a test part whose rows the model was fitted to as well."""
    events = trace.events
    for score in events:
        if score.deed is not Deed.SCORE or not score.fits:
            continue
        fits = [events[serial] for serial in score.fits]
        splits = {e.split for e in events if e.deed is Deed.SPLIT and e.serial < score.serial}
        if all(each.is_supervised and _is_wider(each, score, splits) for each in fits):
            chain = (*splits_of(events, score), step(fits[-1]), step(score))
            yield Defect(
                DefectKind.OVERLAP,
                "fitted to the test rows",
                fits[-1].place,
                Confidence.CONFIRMED,
                (*loads_of(events, score), *chain),
            )


def _is_wider(fit: Event, score: Event, splits: set[int]) -> bool:
    """Tell whether the fit took both sides of a split of which the score took one."""
    if not holds(fit.rows, score.rows) or not any(_is_held_out(each) for each in score.names):
        return False
    of_fit = {split for each in fit.rows for split, _ in each.path}
    of_score = {split for each in score.rows for split, _ in each.path}
    return bool((of_score - of_fit) & splits)


def _is_held_out(name: str) -> bool:
    return "test" in name.lower() or bool(_VALIDATION.search(name.lower()))


def _is_trained_on(events: tuple[Event, ...], score: Event) -> bool:
    return all(holds(events[serial].rows, score.rows) for serial in score.fits)


def choices_by_test_rows(trace: Trace) -> Iterator[Defect]:
    """Find choices that were made by the rows that then prove the choice."""
    events = trace.events
    told: set[tuple[int, ...]] = set()
    for choice in events:
        # The best of the same scores may be printed again; it was chosen the first time.
        is_new = not choice.scores or choice.scores not in told
        if choice.deed is Deed.SELECT and is_new:
            told.add(choice.scores)
            yield from _choice(events, choice)


def _choice(events: tuple[Event, ...], choice: Event) -> Iterator[Defect]:
    seen = [events[serial] for serial in choice.scores] or [choice]
    if any(each.deed is not Deed.SCORE for each in seen if each is not choice):
        return
    rows = {each.rows for each in seen}
    names = {name.lower() for each in seen for name in each.names}
    is_holdout = any(_HOLDOUT.search(name) for name in names)
    if len(rows) != 1 or not (_is_test(names) or is_holdout):
        return
    (chosen_by,) = rows
    finals = [e for e in events if e.deed is Deed.SCORE and e.serial not in choice.scores]
    if any(_is_untouched(events, each, chosen_by) for each in finals):
        return
    if choice.scores and not _is_held_out_score(events, seen):
        return
    proofs = [each for each in finals if each.rows == chosen_by and each.serial > choice.serial]
    if not choice.scores and not proofs:
        return
    subject = "choice by score" if choice.scores else "early stopping"
    steps = (*(step(each) for each in seen if each is not choice), step(choice))
    chain = (
        *loads_of(events, seen[0]),
        *splits_of(events, seen[0]),
        *steps,
        *map(step, proofs[:1]),
    )
    # After folds, or a split inside a training part, a clean test may follow.
    is_inner = any(_is_inside(events, each) for each in seen)
    is_doubtful = is_inner or not _is_test(names)
    confidence = Confidence.REVIEW if is_doubtful else Confidence.CONFIRMED
    yield Defect(DefectKind.MULTI_TEST, subject, choice.place, confidence, chain)


def _is_inside(events: tuple[Event, ...], score: Event) -> bool:
    """Tell whether rows are a side of folds, or went through two splits."""
    numbers = {split for each in score.rows for split, _ in each.path}
    splits = {e.split: e for e in events if e.deed is Deed.SPLIT and e.split in numbers}
    return len(splits) > 1 or any(not e.api.endswith("_split") for e in splits.values())


def _is_test(names: set[str]) -> bool:
    is_validation = any(_VALIDATION.search(name) for name in names)
    return any("test" in name for name in names) and not is_validation


def _is_untouched(events: tuple[Event, ...], score: Event, rows: Rows) -> bool:
    fits = [events[serial] for serial in score.fits]
    is_held_out = bool(fits) and all(are_apart(fit.rows, score.rows) for fit in fits)
    return are_apart(score.rows, rows) and is_held_out


def _is_held_out_score(events: tuple[Event, ...], scores: list[Event]) -> bool:
    return all(
        are_apart(events[serial].rows, score.rows) for score in scores for serial in score.fits
    )
