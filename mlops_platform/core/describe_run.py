"""Describes an execution in the words of an experiment store: parameters, tags, points, documents.

Everything foreign is cleaned and bounded on its way. What the bounds leave out is named in the tag
`mlops.left_out`. `read_run` is the way back.
"""

import shlex
from collections.abc import Iterator
from datetime import datetime, timedelta

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.recorded_run import RunRecord, RunStatus
from mlops_platform.core.recording.deciding import deciding
from mlops_platform.core.recording.documents import documents_of, plan_text
from mlops_platform.core.recording.names import Pairs, distinct, store_key, tag_text
from mlops_platform.core.recording.points import Point, measured, points_of, seconds_of
from mlops_platform.core.recording.traits import trait_tags
from mlops_platform.core.report.escaping import for_markdown, one_line
from mlops_platform.core.repository_key import web_address
from mlops_platform.core.run_outcome import Attempt, Ending
from mlops_platform.core.run_plan import RunPlan

MOST_METRICS, MOST_PARAMETERS = 1000, 500
LONGEST_VALUE, LONGEST_NOTE = 5000, 1500
STATUSES = {Ending.SUCCEEDED: RunStatus.FINISHED, Ending.KILLED: RunStatus.KILLED}
NOTE = "mlflow.note.content"


class RunDescription(Frozen):
    """One run as an experiment store takes it; `documents` are texts by file name."""

    name: str
    status: RunStatus
    started_at: datetime
    ended_at: datetime
    parameters: Pairs
    tags: Pairs
    points: tuple[Point, ...] = ()
    documents: Pairs = ()


def describe_run(record: RunRecord, ended_at: datetime) -> RunDescription:
    """Describe the execution as one run, which ended at `ended_at`."""
    execution = record.execution
    shown = deciding(execution)
    metrics = execution.results.metrics[:MOST_METRICS]
    named = distinct(metrics, lambda metric: store_key(metric.key or metric.name))
    points, thinned = points_of(named)
    return RunDescription(
        name=f"{record.purpose} {record.commit[:7]}".strip(),
        status=STATUSES.get(execution.ending, RunStatus.FAILED),
        started_at=ended_at - timedelta(seconds=seconds_of(execution.attempts)),
        ended_at=ended_at,
        parameters=_parameters(record, shown),
        tags=(*_tags(record, shown), *trait_tags(named), *_left_out(record, thinned)),
        points=(*points, *measured(shown)),
        documents=tuple(documents_of(record)),
    )


def describe_attempts(record: RunRecord, ended_at: datetime) -> tuple[RunDescription, ...]:
    """Describe each attempt as a run of its own, where there was more than one."""
    attempts = record.execution.attempts
    if len(attempts) <= 1:
        return ()
    return tuple(
        _attempt(attempt, n, ended_at - timedelta(seconds=seconds_of(attempts[n:])))
        for n, attempt in enumerate(attempts, 1)
    )


def _attempt(attempt: Attempt, number: int, ended_at: datetime) -> RunDescription:
    outcome, repairs = attempt.outcome, attempt.plan.repairs
    tags = {
        "mlops.kind": "attempt",
        "mlops.attempt": str(number),
        "mlops.ending": outcome.ending,
        "mlops.image": outcome.image,
        "mlops.repairs": "; ".join(f"{repair.repair}: {repair.change}" for repair in repairs),
        NOTE: for_markdown(outcome.because, LONGEST_NOTE),
    }
    return RunDescription(
        name=f"attempt {number}",
        status=STATUSES.get(outcome.ending, RunStatus.FAILED),
        started_at=ended_at - timedelta(seconds=seconds_of([attempt])),
        ended_at=ended_at,
        parameters=tuple(_planned(attempt.plan)),
        tags=_clean(tags),
        points=tuple(measured(attempt)),
        documents=(("plan.json", plan_text(attempt.plan)), ("log_end.txt", outcome.log.tail)),
    )


def _parameters(record: RunRecord, shown: Attempt | None) -> Pairs:
    recorded = record.execution.results.parameters[:MOST_PARAMETERS]
    planned = tuple(_planned(shown.plan)) if shown else ()
    named = distinct((*planned, *recorded), lambda pair: store_key(pair[0]))
    return tuple((key, one_line(value, LONGEST_VALUE)) for key, (_, value) in named)


def _planned(plan: RunPlan) -> Iterator[tuple[str, str]]:
    named = distinct(plan.steps, lambda step: f"plan.{step.purpose}")
    for key, step in named:
        yield key, one_line(shlex.join(step.arguments), LONGEST_VALUE)
    yield "plan.python", plan.environment.python
    yield "plan.environment", plan.environment.source
    yield "plan.timeout_seconds", str(plan.limits.run_seconds)
    yield "plan.memory_bytes", str(plan.limits.memory_bytes)
    yield "plan.cpus", f"{plan.limits.cpus:g}"
    yield "plan.network", plan.limits.network


def _tags(record: RunRecord, shown: Attempt | None) -> Pairs:
    execution = record.execution
    said = [text for text in (execution.because, execution.next_action) if text]
    tags = {
        "mlops.kind": "execution",
        "mlops.run_id": execution.run_id,
        "mlops.repository": record.repository,
        "mlops.commit": record.commit,
        "mlops.purpose": record.purpose,
        "mlops.ending": execution.ending,
        "mlops.cause": execution.cause,
        "mlops.because": execution.because,
        "mlops.attempts": str(len(execution.attempts)),
        "mlops.image": shown.outcome.image if shown else "",
        "mlops.report": f"mlops-platform report {record.repository}",
        "mlflow.source.name": record.repository,
        "mlflow.source.type": "PROJECT",
        "mlflow.source.git.commit": record.commit,
        "mlflow.source.git.repoURL": web_address(record.repository) or "",
        "mlflow.user": "mlops-platform",
        NOTE: "\n\n".join(for_markdown(text, LONGEST_NOTE) for text in said),
    }
    return _clean(tags)


def _left_out(record: RunRecord, thinned: tuple[str, ...]) -> Pairs:
    results = record.execution.results
    counts = (
        (len(results.metrics) - MOST_METRICS, "metrics"),
        (len(results.parameters) - MOST_PARAMETERS, "parameters"),
    )
    said = [f"{count} {what}" for count, what in counts if count > 0]
    said += [f"some values of {key}" for key in thinned]
    return (("mlops.left_out", tag_text("; ".join(said))),) if said else ()


def _clean(tags: dict[str, str]) -> Pairs:
    return tuple(
        (name, text if name == NOTE else tag_text(text)) for name, text in tags.items() if text
    )
