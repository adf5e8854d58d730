"""The target stands among the features."""

from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Trace
from mlops_platform.core.leaks.defect import Confidence, Defect, DefectKind, loads_of, step


def targets_among_features(trace: Trace) -> Iterator[Defect]:
    """Find models that were given the column that they shall predict."""
    for fit in trace.events:
        is_fit = fit.deed in {Deed.FIT, Deed.CROSS_SCORE}
        if is_fit and fit.target and fit.is_supervised:
            chain = (*loads_of(trace.events, fit), step(fit))
            yield Defect(
                DefectKind.TARGET_AMONG_FEATURES, "target", fit.place, Confidence.CONFIRMED, chain
            )
