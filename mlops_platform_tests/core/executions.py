"""Draws executions that ended, and what a store has of them."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from mlops_platform.core.recorded_run import RecordedMetric, RecordedRun, RunRecord, RunStatus
from mlops_platform.core.run_outcome import (
    Artifact,
    Attempt,
    Ending,
    Execution,
    LogDigest,
    Metric,
    MetricPoint,
    OutputFile,
    Phase,
    RunResults,
    SandboxOutcome,
)
from mlops_platform.core.run_plan import Environment, Purpose, RunPlan, RunStep

REPOSITORY = "github.com/acme/churn"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def plan(*variables: tuple[str, str], command: Sequence[str] = ("python", "train.py")) -> RunPlan:
    step = RunStep(
        purpose=Purpose.TRAIN, arguments=tuple(command), recipe="python_script", because="it trains"
    )
    environment = Environment(python="3.11", source="requirements_txt")
    return RunPlan(environment=environment, steps=(step,), variables=variables)


def metric(key: str, *values: float, **fields: Any) -> Metric:
    steps = fields.pop("steps", None) or (None,) * len(values)
    points = [MetricPoint(value=v, step=s) for v, s in zip(values, steps, strict=True)]
    return Metric(name=key, key=key, points=tuple(points), source="stdout", **fields)


def attempt(ending: Ending = Ending.SUCCEEDED, **fields: Any) -> Attempt:
    phases = (
        Phase(name="install", ending=Ending.SUCCEEDED, duration_seconds=20.0),
        Phase(
            name="train",
            ending=ending,
            duration_seconds=10.0,
            cpu_seconds=12.5,
            peak_memory_bytes=250_000_000,
        ),
    )
    outcome = SandboxOutcome(
        ending=ending,
        phases=phases,
        log=LogDigest(file="log.txt", lines=1, tail="accuracy=0.9\n"),
        image="sha256:abc",
        packages=("scikit-learn==1.9", "numpy==2.4"),
        outputs=fields.pop("outputs", ()),
    )
    return Attempt(plan=fields.pop("plan", None) or plan(), outcome=outcome)


def output(stored_as: str) -> OutputFile:
    return OutputFile(
        path=stored_as, stored_as=stored_as, size_bytes=1, sha256="0" * 64, change="new"
    )


def model_file(stored_as: str) -> Artifact:
    return Artifact(
        path=stored_as,
        stored_as=stored_as,
        kind="pickle",
        is_model=True,
        size_bytes=1,
        sha256="0" * 64,
    )


def execution(
    run_id: str = "run-1",
    *metrics: Metric,
    ending: Ending = Ending.SUCCEEDED,
    attempts: Sequence[Attempt] | None = None,
    **results: Any,
) -> Execution:
    return Execution(
        run_id=run_id,
        ending=ending,
        attempts=(attempt(ending),) if attempts is None else tuple(attempts),
        results=RunResults(metrics=metrics, **results),
    )


def record(ended: Execution, **fields: Any) -> RunRecord:
    known = {"repository": REPOSITORY, "commit": COMMIT, "purpose": Purpose.TRAIN}
    return RunRecord(execution=ended, **(known | {"ended_at": NOON} | fields))


def recorded(
    name: str, values: Mapping[str, float] | None = None, *, minute: int = 0, **fields: Any
) -> RecordedRun:
    """Return a run as a store tells it; metrics are better when higher, errors when lower."""
    known: dict[str, Any] = {
        "run_id": name,
        "store_id": (name.encode().hex() + "0" * 32)[:32],
        "repository": REPOSITORY,
        "commit": COMMIT,
        "purpose": Purpose.TRAIN,
        "status": RunStatus.FINISHED,
        "ending": Ending.SUCCEEDED,
        "ended_at": NOON + timedelta(minutes=minute),
        "attempts": 1,
        "metrics": tuple(
            RecordedMetric(
                key=key,
                value=value,
                direction="lower" if "error" in key or "loss" in key else "higher",
                split="train" if key.startswith("train") else "test",
            )
            for key, value in (values or {}).items()
        ),
    }
    return RecordedRun(**(known | fields))
