"""What follows for two runs: promote B, reject B, or look closer; and which metrics decided."""

from collections.abc import Sequence

from mlops_platform.core.comparing.comparison import Change, ComparedMetric, Decision, Verdict
from mlops_platform.core.comparing.repetitions import repeat_each_other
from mlops_platform.core.comparing.significance import shown_p_value
from mlops_platform.core.recorded_run import RecordedRun, RunStatus

VETO = 0.05
"""A loss in another metric, relative, that stands against a gain in the primary one: the decline
from which a retraining is due soon."""
MOST_NAMED = 5
MORE_RUNS = "execute each at least three times to tell a difference from chance"


def verdict(
    first: RecordedRun, second: RecordedRun, metrics: Sequence[ComparedMetric], primary: str
) -> Verdict:
    """Return what follows for the second of two runs; `primary` decides where it is named."""
    if undecidable := _undecidable(first, second):
        return undecidable
    deciding = [metric for metric in metrics if metric.is_deciding]
    if not deciding:
        return Verdict(
            decision=Decision.INVESTIGATE,
            because="no metric of both runs has a known direction; name one with --primary",
        )
    return _by_primary(deciding, primary) if primary else _by_all(deciding)


def _undecidable(first: RecordedRun, second: RecordedRun) -> Verdict | None:
    """Say why metrics cannot decide; None where they can."""
    if first.status is not RunStatus.FINISHED:
        return Verdict(
            decision=Decision.INVESTIGATE,
            because="A did not succeed, so there is nothing to compare B with",
        )
    if second.status is not RunStatus.FINISHED:
        because = f"B did not succeed ({second.cause or second.ending or 'no reason is known'})"
        return Verdict(decision=Decision.REJECT_B, because=because)
    if (first.repository, first.purpose) != (second.repository, second.purpose):
        return Verdict(
            decision=Decision.INVESTIGATE,
            because="the runs are of different repositories or purposes, so metrics of one name"
            " may be measured on different data",
        )
    if repeat_each_other(first, second):
        return Verdict(
            decision=Decision.INVESTIGATE,
            because="both runs repeat each other (one commit, the same parameters), so what differs"
            " is chance",
        )
    return None


def _by_primary(deciding: Sequence[ComparedMetric], primary: str) -> Verdict:
    main = next(metric for metric in deciding if metric.key == primary)
    if _change(main) is Change.WORSE:
        return _of(Decision.REJECT_B, "B is worse", [main])
    if _change(main) is not Change.BETTER:
        return _of(Decision.INVESTIGATE, f"no difference is shown; {MORE_RUNS}:", [main])
    lost = [metric for metric in deciding if _change(metric) is Change.WORSE and _is_large(metric)]
    if lost:
        return _of(
            Decision.INVESTIGATE,
            f"`{primary}` is better, but others lose {VETO:.0%} or more:",
            [main, *lost],
        )
    return _of(Decision.PROMOTE_B, "B is better", [main])


def _by_all(deciding: Sequence[ComparedMetric]) -> Verdict:
    better = [metric for metric in deciding if _change(metric) is Change.BETTER]
    worse = [metric for metric in deciding if _change(metric) is Change.WORSE]
    if better and worse:
        because = "metrics contradict each other; name the one that counts with --primary:"
        return _of(Decision.INVESTIGATE, because, [*better, *worse])
    if better:
        return _of(Decision.PROMOTE_B, "B is better, and nothing is worse", better)
    if worse:
        return _of(Decision.REJECT_B, "B is worse, and nothing is better", worse)
    return _of(Decision.INVESTIGATE, f"no difference is shown; {MORE_RUNS}:", deciding)


def _of(decision: Decision, because: str, metrics: Sequence[ComparedMetric]) -> Verdict:
    said = ", ".join(_told(metric) for metric in metrics[:MOST_NAMED])
    more = f" and {len(metrics) - MOST_NAMED} more" if len(metrics) > MOST_NAMED else ""
    joint = " " if because.endswith(":") else ": "
    names = tuple(metric.key for metric in metrics)
    return Verdict(decision=decision, because=f"{because}{joint}{said}{more}", deciding=names)


def _told(metric: ComparedMetric) -> str:
    first, second = metric.values[:2]
    delta = metric.deltas[1]
    tested = shown_p_value(delta.p_value) if delta else ""
    return f"`{metric.key}` {first:.4g} → {second:.4g}{f' ({tested})' if tested else ''}"


def _change(metric: ComparedMetric) -> Change:
    delta = metric.deltas[1]
    return delta.change if delta else Change.UNKNOWN


def _is_large(metric: ComparedMetric) -> bool:
    delta = metric.deltas[1]
    return delta is not None and (delta.relative is None or abs(delta.relative) >= VETO)
