"""The words that every format of a comparison shares."""

from mlops_platform.core.comparing.comparison import (
    Change,
    ComparedMetric,
    Comparison,
    Decision,
    Delta,
)
from mlops_platform.core.comparing.deltas import LEAST, SIGNIFICANT
from mlops_platform.core.comparing.significance import FEWEST, shown_p_value
from mlops_platform.core.recorded_run import RecordedMetric, RecordedRun

LETTERS = "ABCDE"
DECISIONS = {
    Decision.PROMOTE_B: "Promote B",
    Decision.REJECT_B: "Reject B",
    Decision.INVESTIGATE: "Investigate",
}
SIGNS = {Change.BETTER: "better", Change.WORSE: "worse", Change.NOT_SHOWN: "≈", Change.UNKNOWN: ""}
DIRECTIONS = {"higher": "↑", "lower": "↓", "": ""}
LEGEND = "Changes are against A; ↑ more is better, ↓ less is better, ≈ no difference is shown."
TEST = (
    f"Where both sides were run at least {FEWEST} times (one commit, the same parameters apart from"
    f" seeds), their means are compared by Welch's t test, two-sided, at {SIGNIFICANT:.0%},"
    " corrected after Holm for the number of deciding metrics."
)
BOUND = f"Single runs show a difference from {LEAST:.0%} of the larger value on: no test, a bound."
DECIDING = (
    "Results on test rows decide; where there are none, those on validation rows or on rows that"
    " nobody named; never those on training rows, unless named as primary."
)
CONVENTIONS = (LEGEND, TEST, BOUND, DECIDING)


def headline(comparison: Comparison) -> str:
    """Return the verdict in a sentence; "" for more than two runs."""
    verdict = comparison.verdict
    return f"{DECISIONS[verdict.decision]}: {verdict.because}." if verdict else ""


def shown_run(comparison: Comparison, place: int) -> str:
    """Say which run a letter stands for."""
    run = comparison.runs[place]
    count = comparison.repeats[place]
    repeated = f"run {count} times" if count > 1 else ""
    said = (run.shown_id, run.repository, run.commit[:7], run.purpose, shown_end(run), repeated)
    return " · ".join(part for part in said if part)


def shown_end(run: RecordedRun) -> str:
    """Say how a run ended, and when."""
    ending = run.cause or run.ending or run.status.lower()
    when = f"{run.ended_at:%Y-%m-%d %H:%M}" if run.ended_at else ""
    return f"{ending} {when}".strip()


def shown_metric(metric: ComparedMetric | RecordedMetric) -> str:
    """Return the name of a metric, on what it was measured, and which way is better."""
    split = metric.split if metric.split not in metric.key else ""
    parts = (metric.key, f"({split})" if split else "", DIRECTIONS[metric.direction])
    return " ".join(part for part in parts if part)


def shown_value(value: float | None) -> str:
    """Return a value with as many digits as can matter."""
    return "–" if value is None else f"{value:.5g}"


def shown_delta(delta: Delta | None) -> str:
    """Return a change with its sign, and what it means."""
    if delta is None:
        return "–"
    size = f"{delta.difference:+.3g}" if delta.relative is None else f"{delta.relative:+.1%}"
    tested = shown_p_value(delta.p_value)
    return " ".join(part for part in (size, SIGNS[delta.change], tested) if part)
