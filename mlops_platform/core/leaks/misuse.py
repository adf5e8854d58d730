"""Metrics that are asked wrongly: arguments swapped, or classes where an order is wanted."""

from collections.abc import Iterator

from mlops_platform.core.facts.flow.events import Deed, Trace
from mlops_platform.core.leaks.defect import Confidence, Defect, DefectKind, step

_KINDS = {
    Deed.SWAP: DefectKind.SWAPPED_METRIC_ARGUMENTS,
    Deed.RANK_LABELS: DefectKind.RANKING_METRIC_OF_LABELS,
}


def misused_metrics(trace: Trace) -> Iterator[Defect]:
    """Find metrics that do not tell what their name says."""
    for event in trace.events:
        kind = _KINDS.get(event.deed)
        if kind is not None:
            fits = tuple(step(trace.events[serial]) for serial in event.fits)
            yield Defect(
                kind,
                event.api.rpartition(".")[2],
                event.place,
                Confidence.CONFIRMED,
                (*fits, step(event)),
            )
