"""What a person may ask of a run in Dagster's launch dialog."""

import dagster as dg
from pydantic import Field

from mlops_platform.core.execution_wishes import ExecutionWishes


class ExecutionConfig(dg.Config):
    """Wishes for this run alone; what is left empty comes from the catalog and the planner."""

    train: str | None = None
    evaluate: str | None = None
    python: str | None = None
    network: str | None = None
    timeout: int | None = None
    memory: str | None = None
    cpus: float | None = None
    gpus: str | None = None
    variables: dict[str, str] = Field(default_factory=dict)

    def wishes(self) -> ExecutionWishes:
        """Return them, checked. Raises pydantic's ValidationError naming the field."""
        stated = self.model_dump(exclude_none=True)
        return ExecutionWishes.model_validate(
            stated | {"variables": tuple(sorted(self.variables.items()))}
        )


def config_of(wishes: ExecutionWishes) -> dict[str, object]:
    """Return the run configuration that asks for the same."""
    stated = wishes.model_dump(exclude_none=True)
    return stated | {"variables": dict(wishes.variables)}
