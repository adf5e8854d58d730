"""Recorded runs as the terminal and programs get them."""

from collections.abc import Iterator, Sequence

from pydantic import JsonValue

from mlops_platform.core.comparing.wording import shown_end, shown_metric, shown_value
from mlops_platform.core.recorded_run import RecordedMetric, RecordedRun, WaitingRun
from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.report.escaping import for_terminal
from mlops_platform.core.run_outcome import MetricPoint
from mlops_platform.terminal.model_tables import table

MOST_NAMED = 3
MOST_POINTS = 20


def runs_table(runs: Sequence[RecordedRun]) -> str:
    """Show runs, one a line, with their foremost results."""
    head = ("RUN", "REPOSITORY", "COMMIT", "FOR", "ENDED", "TRIES", "RESULTS")
    rows = [
        (
            run.shown_id if not run.is_waiting else f"{run.run_id} (waits)",
            run.repository,
            run.commit[:7],
            run.purpose,
            shown_end(run),
            str(run.attempts),
            ", ".join(f"{each.key} {shown_value(each.value)}" for each in _foremost(run)),
        )
        for run in runs
    ]
    return table([head, *rows])


def run_page(run: RecordedRun) -> str:
    """Show one run with everything that is known of it."""
    return "\n".join(_page(run))


def series_table(points: Sequence[MetricPoint]) -> str:
    """Show the values of one metric: all, or the first and the last of many."""
    rows = [(str(point.step), shown_value(point.value)) for point in points]
    if len(rows) > MOST_POINTS:
        half = MOST_POINTS // 2
        between = (f"… {len(rows) - MOST_POINTS} more", "")
        rows = [*rows[:half], between, *rows[-half:]]
    return table([("STEP", "VALUE"), *rows])


def waiting_lines(waiting: Sequence[WaitingRun]) -> str:
    """Say what waits to be sent, and why; "" where nothing does."""
    if not waiting:
        return ""
    why = for_terminal(waiting[0].because)
    count = "1 run waits" if len(waiting) == 1 else f"{len(waiting)} runs wait"
    return f"{count} on this machine to be sent to MLflow: {why}"


def runs_json(runs: Sequence[RecordedRun]) -> str:
    """Return runs as JSON, without what only the store needs."""
    return canonical_json([plain_run(run) for run in runs])


def plain_run(run: RecordedRun) -> dict[str, JsonValue]:
    """Return one run in plain values."""
    plain: dict[str, JsonValue] = run.model_dump(mode="json", exclude={"tags"})
    return plain


def _foremost(run: RecordedRun) -> Sequence[RecordedMetric]:
    """Return results before ends of series, held-out rows before training rows."""
    order = ("test", "", "validation", "train")
    ranked = sorted(run.metrics, key=lambda each: (not each.is_final, order.index(each.split)))
    directed = [metric for metric in ranked if metric.direction]
    return (directed or ranked)[:MOST_NAMED]


def _page(run: RecordedRun) -> Iterator[str]:
    known = (
        ("run", run.run_id),
        ("in MLflow", run.store_id or "not yet: it waits to be sent"),
        ("repository", run.repository),
        ("commit", run.commit),
        ("for", run.purpose),
        ("ended", shown_end(run)),
        ("because", run.because),
        ("attempts", str(run.attempts)),
        ("link", run.link),
    )
    width = max(len(name) for name, _ in known)
    for name, value in known:
        if value:
            yield f"{name:<{width}}  {for_terminal(value, 1000)}"
    if run.metrics:
        rows = [(shown_metric(metric), shown_value(metric.value)) for metric in run.metrics]
        yield "\n" + table([("METRIC", "VALUE"), *rows])
    if run.parameters:
        yield "\n" + table([("PARAMETER", "VALUE"), *run.parameters])
