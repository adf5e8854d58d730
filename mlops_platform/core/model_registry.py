"""The port of the model registry, and what it raises; its values are in `model_version`."""

from datetime import datetime
from typing import Protocol

from mlops_platform.core.errors import BadInputError, PlatformError
from mlops_platform.core.lifecycle import Signature, State, Transition
from mlops_platform.core.model_version import Candidate, ModelVersion


class RefusedTransitionError(PlatformError):
    """A change that the lifecycle refuses; the sentence is the registry's, and in its log."""


class UnknownModelError(BadInputError):
    """A model or a version that is not registered."""


class ModelRegistry(Protocol):
    """Registered models and their lifecycle. Models are named here, and never loaded.

    Every method raises PlatformError where the registry does not answer.
    """

    def models(self) -> tuple[str, ...]:
        """Return the names of all models, sorted."""
        ...

    def versions(self, model: str) -> tuple[ModelVersion, ...]:
        """Return a model's versions, newest first. Raises UnknownModelError."""
        ...

    def version(self, model: str, version: int) -> ModelVersion:
        """Return one version. Raises UnknownModelError."""
        ...

    def register(self, candidate: Candidate, by: Signature) -> ModelVersion:
        """Register a candidate with its evidence; asking twice is asking once."""
        ...

    def document(self, version: ModelVersion, name: str) -> str | None:
        """Return a text that was registered with a version, None where there is none."""
        ...

    def transition(self, model: str, version: int, to: State, by: Signature) -> ModelVersion:
        """Bring a version into a state. Raises RefusedTransitionError, UnknownModelError."""
        ...

    def history(self, model: str) -> tuple[Transition, ...]:
        """Return everything that was asked for, accepted or refused, oldest first."""
        ...

    def production_at(self, model: str, at: datetime) -> ModelVersion | None:
        """Return the version that was in production at a time."""
        ...

    def rollback(self, model: str, by: Signature, to: int | None = None) -> ModelVersion:
        """Register an earlier version again, with its evidence, and bring it into production.

        `to` None means the version that was in production before. Raises UnknownModelError,
        RefusedTransitionError.
        """
        ...
