"""Shares of rows for the eye: the bins that were measured, and an evenly spaced histogram."""

from collections.abc import Sequence

from mlops_platform.core.drift.buckets import Counts
from mlops_platform.core.drift.counting import Counted
from mlops_platform.core.drift.result import Bin, Histogram


def bins(labels: Sequence[str], reference: Counts, current: Counts) -> tuple[Bin, ...]:
    """Return the shares of both sides in each bin."""
    return tuple(
        Bin(label=label, reference_share=first, current_share=second)
        for label, first, second in zip(labels, _shares(reference), _shares(current), strict=True)
    )


def histogram(counted: Counted) -> Histogram | None:
    """Return both histograms over the same bars, or None when no side has a value."""
    if not counted.reference.rows and not counted.current.rows:
        return None
    return Histogram(
        low=float(f"{counted.low:.4g}"),
        high=float(f"{counted.high:.4g}"),
        reference_shares=_shares(counted.reference.bars),
        current_shares=_shares(counted.current.bars),
    )


def _shares(counts: Counts) -> tuple[float, ...]:
    total = max(int(counts.sum()), 1)
    return tuple(round(float(each), 6) for each in counts / total)
