"""The texts that are stored beside a run: its plan, what was installed, what was read of it."""

import math
import re
from collections.abc import Iterator

from pydantic import JsonValue

from mlops_platform.core.recorded_run import RunRecord
from mlops_platform.core.recording.deciding import deciding
from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.report.escaping import one_line
from mlops_platform.core.run_outcome import Attempt, Metric
from mlops_platform.core.run_plan import RunPlan

SECRET_NAME = re.compile(r"key|token|secret|passw|credential|auth", re.IGNORECASE)
WITHHELD = "(withheld)"


def documents_of(record: RunRecord) -> Iterator[tuple[str, str]]:
    """Yield file name and text of every document of an execution."""
    execution = record.execution
    attempt = deciding(execution)
    if attempt is not None:
        yield "plan.json", plan_text(attempt.plan)
        yield "packages.txt", "".join(f"{one_line(each)}\n" for each in attempt.outcome.packages)
        outputs: list[JsonValue] = [
            output.model_dump(mode="json") for output in attempt.outcome.outputs
        ]
        yield "outputs.json", canonical_json(outputs)
    yield "results.json", canonical_json(execution.results.model_dump(mode="json"))


def plan_text(plan: RunPlan) -> str:
    """Return a plan as JSON, without the values of variables that sound like secrets."""
    return canonical_json(without_secrets(plan).model_dump(mode="json"))


def without_secrets(plan: RunPlan) -> RunPlan:
    """Return the plan with such values withheld."""
    shown = (
        (name, WITHHELD if SECRET_NAME.search(name) else value) for name, value in plan.variables
    )
    return plan.model_copy(update={"variables": tuple(shown)})


def presentable(record: RunRecord) -> RunRecord:
    """Return the record as it may be kept: finite values only, no secrets."""
    execution = record.execution
    attempts = tuple(_without_secrets(attempt) for attempt in execution.attempts)
    results = execution.results
    finite = [_finite(metric) for metric in results.metrics]
    odd = [m.key for m, kept in zip(results.metrics, finite, strict=True) if kept != m]
    said = (f"`{one_line(key, 100)}` had values that are not finite" for key in odd)
    update = {
        "metrics": tuple(metric for metric in finite if metric.points),
        "conflicts": (*results.conflicts, *said),
    }
    kept = {"attempts": attempts, "results": results.model_copy(update=update)}
    return record.model_copy(update={"execution": execution.model_copy(update=kept)})


def _without_secrets(attempt: Attempt) -> Attempt:
    return attempt.model_copy(update={"plan": without_secrets(attempt.plan)})


def _finite(metric: Metric) -> Metric:
    points = tuple(point for point in metric.points if math.isfinite(point.value))
    return metric.model_copy(update={"points": points})
