"""Texts that lie beside a run of MLflow's: read whole or not at all."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlflow.tracking import MlflowClient

MOST_BYTES = 8 << 20


def read_document(client: "MlflowClient", run_id: str, name: str) -> str | None:
    """Return a text of at most 8 MiB, None where there is none."""
    listed = client.list_artifacts(run_id, name.rpartition("/")[0])
    size = {each.path: each.file_size for each in listed}.get(name)
    if size is None or size > MOST_BYTES:
        return None
    with tempfile.TemporaryDirectory() as place:
        path = Path(client.download_artifacts(run_id, name, place))
        return path.read_text(encoding="utf-8", errors="replace")
