"""What MLflow's client returns, as our values. The governed store shows its log as tags."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from mlops_platform.adapters.mlflow.shown_line import PREFIX, read_shown_line
from mlops_platform.core.lifecycle import State, Transition
from mlops_platform.core.model_version import EVIDENCE, ModelVersion, evidence_hash, is_evidence

if TYPE_CHECKING:
    from mlflow.entities.model_registry import ModelVersion as MlflowVersion

STATE_TAG = "lifecycle"


def read_lines(
    tags: Mapping[str, str], model: str, version: int | None = None
) -> tuple[Transition, ...]:
    """Return the lines of the log that stand in these tags, oldest first."""
    lines = (
        read_shown_line(key, value, (model, version))
        for key, value in tags.items()
        if key.startswith(PREFIX)
    )
    return tuple(sorted(lines, key=lambda line: line.number))


def read_version(stored: "MlflowVersion", aliases: Mapping[str, str] | None = None) -> ModelVersion:
    """Return a version; `aliases` are those of its model, for one that was found by searching.

    The tag of its state can be trusted: the database takes none that the log does not say.
    """
    tags = {key: value for key, value in sorted(stored.tags.items()) if is_evidence(key)}
    origin = (stored.run_id or "", stored.source or "")
    state = stored.tags.get(STATE_TAG)
    own = (name for name, number in (aliases or {}).items() if int(number) == int(stored.version))
    return ModelVersion(
        model=stored.name,
        version=int(stored.version),
        state=None if state is None else State(state),
        run_id=origin[0],
        source=origin[1],
        registered_at=datetime.fromtimestamp(stored.creation_timestamp / 1000, UTC),
        evidence=tuple((key.removeprefix(EVIDENCE), value) for key, value in tags.items()),
        evidence_hash=evidence_hash(*origin, tags),
        aliases=tuple(sorted({*stored.aliases, *own})),
    )
