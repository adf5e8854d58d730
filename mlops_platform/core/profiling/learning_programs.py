"""What each program does with its rows, as the log of its data flow tells: a few places a deed."""

from collections.abc import Iterable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.flow.events import Deed, Event, Trace
from mlops_platform.core.facts.flow.plain_values import Place
from mlops_platform.core.facts.flow.rows import are_apart, holds
from mlops_platform.core.sections.training_assessment import LearningProgram

MOST_PLACES = 4
MOST_PROGRAMS = 100


def learning_programs(traces: Iterable[Trace]) -> tuple[LearningProgram, ...]:
    """Return the programs that do something with rows, or that could not be followed."""
    found = (_program(trace) for trace in traces if trace.events or trace.not_analysed)
    return tuple(sorted(found, key=_by_path))[:MOST_PROGRAMS]


def evidence_at(place: Place, note: str = "") -> Evidence:
    """Return a place of the flow as evidence."""
    return Evidence(path=place.path, line=place.line, cell=place.cell, note=note)


def _by_path(program: LearningProgram) -> str:
    return program.path


def _program(trace: Trace) -> LearningProgram:
    events = trace.events
    scores = [each for each in events if each.deed is Deed.SCORE and each.fits]
    return LearningProgram(
        path=trace.path,
        files=trace.files or (trace.path,),
        not_followed=trace.not_analysed,
        loads=_places(_of(events, Deed.LOAD)),
        splits=_places(_of(events, Deed.SPLIT)),
        fits=_places(each for each in _of(events, Deed.FIT) if each.is_supervised),
        scores=_places(_of(events, Deed.SCORE)),
        held_out_scores=_places(each for each in scores if _is_held_out(events, each)),
        training_scores=_places(each for each in scores if _is_of_training(events, each)),
        fold_scores=_places(_of(events, Deed.CROSS_SCORE)),
        choices=_places(_of(events, Deed.SELECT)),
        sound_choices=_places(e for e in _of(events, Deed.SELECT) if _is_sound(events, e)),
    )


def _of(events: tuple[Event, ...], deed: Deed) -> list[Event]:
    return [each for each in events if each.deed is deed]


def _is_held_out(events: tuple[Event, ...], score: Event) -> bool:
    return all(are_apart(events[serial].rows, score.rows) for serial in score.fits)


def _is_of_training(events: tuple[Event, ...], score: Event) -> bool:
    return all(holds(events[serial].rows, score.rows) for serial in score.fits)


def _is_sound(events: tuple[Event, ...], choice: Event) -> bool:
    """Tell whether a choice was made in folds, or other rows are scored than it looked at."""
    seen = [events[serial] for serial in choice.scores] or [choice]
    if all(each.deed is Deed.CROSS_SCORE for each in seen):
        return True
    finals = [e for e in _of(events, Deed.SCORE) if e.fits and e.serial not in choice.scores]
    return any(
        _is_held_out(events, final) and all(are_apart(each.rows, final.rows) for each in seen)
        for final in finals
    )


def _places(events: Iterable[Event]) -> tuple[Evidence, ...]:
    found = dict.fromkeys(evidence_at(each.place, each.api) for each in events)
    return tuple(found)[:MOST_PLACES]
