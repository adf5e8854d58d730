"""All defects of all programs, each once, in order."""

from collections.abc import Callable, Iterator

from mlops_platform.core.facts.data_flow import DataFlowFacts
from mlops_platform.core.facts.flow.events import Trace
from mlops_platform.core.leaks.defect import Confidence, Defect
from mlops_platform.core.leaks.evaluation import (
    choices_by_test_rows,
    overlaps,
    scores_of_training_rows,
)
from mlops_platform.core.leaks.features import targets_among_features
from mlops_platform.core.leaks.held_out import changed_test_rows
from mlops_platform.core.leaks.misuse import misused_metrics
from mlops_platform.core.leaks.preprocessing import preprocessing_leaks
from mlops_platform.core.leaks.togetherness import parted_groups, shuffled_series

_PREDICATES: tuple[Callable[[Trace], Iterator[Defect]], ...] = (
    preprocessing_leaks,
    overlaps,
    choices_by_test_rows,
    scores_of_training_rows,
    targets_among_features,
    changed_test_rows,
    shuffled_series,
    parted_groups,
    misused_metrics,
)


def find_leaks(facts: DataFlowFacts) -> tuple[Defect, ...]:
    """Return each defect once, by the statement to change; the surest telling of it."""
    found: dict[tuple[str, str, int, int, str], Defect] = {}
    for trace in facts.traces:
        for predicate in _PREDICATES:
            for told in predicate(trace):
                defect = _shown_on_purpose(told, trace)
                known = found.get(_key(defect))
                if known is None or _is_surer(defect, known):
                    found[_key(defect)] = defect
    return tuple(found[key] for key in sorted(found))


def _shown_on_purpose(defect: Defect, trace: Trace) -> Defect:
    """Doubt a defect where code shows it under its name: `run_leaky`."""
    places = {defect.place, *(each.place for each in defect.chain)} if trace.shown else set()
    is_shown = not trace.shown.isdisjoint(places)
    return defect._replace(confidence=Confidence.REVIEW) if is_shown else defect


def _is_surer(defect: Defect, known: Defect) -> bool:
    return defect.confidence is Confidence.CONFIRMED and known.confidence is Confidence.REVIEW


def _key(defect: Defect) -> tuple[str, str, int, int, str]:
    place = defect.place
    return place.path, defect.kind.value, place.cell or 0, place.line, defect.subject
