"""Brings one execution to MLflow, or what of it is not there yet.

Values go in batches. A run that was begun before is continued: every value has its own time and
step, so that MLflow takes a second sending for the first. The tag `mlops.recorded` is set last.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from mlflow.entities import Metric, Param, Run, RunTag
from mlflow.tracking import MlflowClient

from mlops_platform.adapters.experiment_outbox import Parcel
from mlops_platform.adapters.mlflow.repository_experiment import repository_experiment
from mlops_platform.core.describe_run import RunDescription, describe_attempts, describe_run

BATCH = 100
"""Against SQLite faster than 1000, and the most tags and parameters that MLflow takes at once."""
IDENTITY, WHOLE = "mlops.identity", "mlops.recorded"
PARENT, ATTEMPT = "mlflow.parentRunId", "mlops.attempt"

T = TypeVar("T")


def send_run(client: MlflowClient, parcel: Parcel, artifacts: Path | None) -> Run:
    """Return the run that MLflow has of this execution, whole.

    `artifacts` is the folder for a new experiment, None where the server decides.
    """
    experiment = repository_experiment(client, parcel.record.repository, artifacts)
    found = _find(client, experiment, {IDENTITY: parcel.identity})
    if found and WHOLE in found[0].data.tags:
        return found[0]
    description = describe_run(parcel.record, parcel.ended_at)
    run_id = _begun(client, experiment, description, found, {IDENTITY: parcel.identity})
    _log(client, run_id, description)
    client.log_artifacts(run_id, str(parcel.artifacts))
    for number, attempt in enumerate(describe_attempts(parcel.record, parcel.ended_at), 1):
        _send_attempt(client, experiment, attempt, {PARENT: run_id, ATTEMPT: str(number)})
    client.set_tag(run_id, WHOLE, "true")
    _end(client, run_id, description)
    return client.get_run(run_id)


def sent_before(client: MlflowClient, parcel: Parcel) -> Run | None:
    """Return the run that somebody else sent, None where it is not there."""
    experiment = client.get_experiment_by_name(parcel.record.repository)
    if experiment is None:
        return None
    found = _find(client, str(experiment.experiment_id), {IDENTITY: parcel.identity})
    return found[0] if found else None


def _find(client: MlflowClient, experiment: str, tags: dict[str, str]) -> list[Run]:
    """Return the run that has these tags; their values are ours, without quotes."""
    asked = " and ".join(f"tags.`{name}` = '{value}'" for name, value in tags.items())
    return list(client.search_runs([experiment], filter_string=asked, max_results=1))


def _begun(
    client: MlflowClient,
    experiment: str,
    description: RunDescription,
    found: Sequence[Run],
    identity: dict[str, str],
) -> str:
    if found:
        return str(found[0].info.run_id)
    run = client.create_run(
        experiment,
        start_time=_milliseconds(description.started_at.timestamp()),
        tags=identity,
        run_name=description.name,
    )
    return str(run.info.run_id)


def _send_attempt(
    client: MlflowClient, experiment: str, attempt: RunDescription, identity: dict[str, str]
) -> None:
    found = _find(client, experiment, identity)
    if found and WHOLE in found[0].data.tags:
        return
    run_id = _begun(client, experiment, attempt, found, identity)
    _log(client, run_id, attempt)
    for name, text in attempt.documents:
        client.log_text(run_id, text, name)
    client.set_tag(run_id, WHOLE, "true")
    _end(client, run_id, attempt)


def _log(client: MlflowClient, run_id: str, description: RunDescription) -> None:
    ended = _milliseconds(description.ended_at.timestamp())
    tags = [RunTag(name, text) for name, text in description.tags]
    parameters = [Param(name, text) for name, text in description.parameters]
    # The later of two values with one step has the later time.
    metrics = [
        Metric(key, value, ended + order, step) for key, value, step, order in description.points
    ]
    for some_tags in _batches(tags):
        client.log_batch(run_id, tags=some_tags)
    for some_parameters in _batches(parameters):
        client.log_batch(run_id, params=some_parameters)
    for some_metrics in _batches(metrics):
        client.log_batch(run_id, metrics=some_metrics)


def _end(client: MlflowClient, run_id: str, description: RunDescription) -> None:
    ended = _milliseconds(description.ended_at.timestamp())
    client.set_terminated(run_id, description.status, ended)


def _batches(things: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(things), BATCH):
        yield things[start : start + BATCH]


def _milliseconds(seconds: float) -> int:
    return int(seconds * 1000)
