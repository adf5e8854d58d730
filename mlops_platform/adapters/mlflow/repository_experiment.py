"""The experiment of a repository in MLflow: made, restored or marked where it has to be."""

from pathlib import Path

from mlflow.tracking import MlflowClient

OURS = {"mlops.kind": "repository"}
"""Marks the experiments of repositories among those that others may have."""


def repository_experiment(client: MlflowClient, name: str, artifacts: Path | None) -> str:
    """Return its id; `artifacts` is the folder of a new one, None where the server decides."""
    known = client.get_experiment_by_name(name)
    if known is None:
        place = (artifacts / name).as_uri() if artifacts is not None else None
        identity = client.create_experiment(name, artifact_location=place, tags=OURS)
        return str(identity)
    identity = str(known.experiment_id)
    if known.lifecycle_stage == "deleted":
        client.restore_experiment(identity)
    if not OURS.items() <= known.tags.items():
        for tag, text in OURS.items():
            client.set_experiment_tag(identity, tag, text)
    return identity
