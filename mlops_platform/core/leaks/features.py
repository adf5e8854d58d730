"""The target stands among the features."""

from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Event, Trace
from mlops_platform.core.facts.flow.plain_values import Learned
from mlops_platform.core.leaks.defect import Confidence, Defect, DefectKind, Step, loads_of, step


def targets_among_features(trace: Trace) -> Iterator[Defect]:
    """Find models that were given the column that they shall predict."""
    for fit in trace.events:
        is_fit = fit.deed in {Deed.FIT, Deed.CROSS_SCORE}
        if is_fit and fit.own_row is not None and fit.is_supervised:
            yield _of_own_row(trace, fit, fit.own_row)
        if is_fit and fit.target and fit.is_supervised:
            chain = (*loads_of(trace.events, fit), step(fit))
            yield Defect(
                DefectKind.TARGET_AMONG_FEATURES, "target", fit.place, Confidence.CONFIRMED, chain
            )


def _of_own_row(trace: Trace, fit: Event, window: Learned) -> Defect:
    """Tell that a feature holds something of the value that shall be predicted from it."""
    chain = (*loads_of(trace.events, fit), Step("own_row", window.place, window.api), step(fit))
    return Defect(
        DefectKind.TARGET_AMONG_FEATURES, "own row", window.place, Confidence.CONFIRMED, chain
    )
