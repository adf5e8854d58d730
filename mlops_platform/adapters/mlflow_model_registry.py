"""The model registry on MLflow, through its client: embedded, or a server with the governed store.

A line of the log comes from the store as a tag `transition.NUMBER`, so that the same client reads
it in process and over HTTP.
"""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mlops_platform.adapters.mlflow.asking import asking
from mlops_platform.adapters.mlflow.open_client import open_client, told_in_a_sentence
from mlops_platform.adapters.mlflow.read_version import STATE_TAG, read_lines, read_version
from mlops_platform.adapters.mlflow.run_documents import read_document
from mlops_platform.adapters.mlflow_addresses import MlflowAddresses
from mlops_platform.core.errors import BadInputError, PlatformError
from mlops_platform.core.lifecycle import (
    Seen,
    Signature,
    State,
    Transition,
    former_productions,
    production_at,
)
from mlops_platform.core.model_registry import RefusedTransitionError, UnknownModelError
from mlops_platform.core.model_version import (
    EVIDENCE,
    ROLLBACK_OF,
    Candidate,
    ModelVersion,
    evidence_hash,
    is_evidence,
)
from mlops_platform.core.report.escaping import one_line

if TYPE_CHECKING:
    from mlflow.entities.model_registry import ModelVersion as MlflowVersion
    from mlflow.entities.model_registry import RegisteredModel
    from mlflow.tracking import MlflowClient

OWNER = f"{EVIDENCE}repository"
PAGE = 200


class MlflowModelRegistry:
    """Fits the port `ModelRegistry`; MLflow is loaded at the first question."""

    def __init__(self, addresses: MlflowAddresses) -> None:
        self._addresses = addresses

    def models(self) -> tuple[str, ...]:
        """Return the names of all models, sorted."""
        if self._is_new():
            return ()
        names: list[str] = []
        token = None
        with self._asked() as client:
            while token != "":
                page = client.search_registered_models(max_results=PAGE, page_token=token)
                names += [model.name for model in page]
                token = page.token or ""
        return tuple(sorted(names))

    def versions(self, model: str) -> tuple[ModelVersion, ...]:
        """Return a model's versions, newest first."""
        aliases = self._model(model).aliases
        return tuple(read_version(each, aliases) for each in self._search(model))

    def version(self, model: str, version: int) -> ModelVersion:
        """Return one version."""
        return read_version(self._stored(model, version))

    def register(self, candidate: Candidate, by: Signature) -> ModelVersion:
        """Register a candidate with its evidence; asking twice is asking once."""
        tags = candidate.evidence()
        mine = evidence_hash(candidate.run_id, candidate.source, tags)
        self._make_model(candidate)
        for known in self.versions(candidate.model):
            is_rollback = ROLLBACK_OF.removeprefix(EVIDENCE) in dict(known.evidence)
            if known.evidence_hash == mine and not is_rollback:
                return known
        with told_in_a_sentence(self._addresses), self._asked() as client:
            for name, text in candidate.documents:
                client.log_text(candidate.run_id, text, name)
        return self._create(candidate.model, candidate.run_id, candidate.source, tags, by)

    def document(self, version: ModelVersion, name: str) -> str | None:
        """Return a text that was registered with a version, None where there is none."""
        with told_in_a_sentence(self._addresses), self._asked() as client:
            return read_document(client, version.run_id, name)

    def transition(self, model: str, version: int, to: State, by: Signature) -> ModelVersion:
        """Bring a version into a state."""
        return self._transition(model, version, to, by, self._production(model))

    def history(self, model: str) -> tuple[Transition, ...]:
        """Return everything that was asked for, accepted or refused, oldest first."""
        lines = list(read_lines(self._model(model).tags, model))
        for number in (int(each.version) for each in self._search(model)):
            lines += read_lines(self._stored(model, number).tags, model, number)
        return tuple(sorted(lines, key=lambda line: line.number))

    def production_at(self, model: str, at: datetime) -> ModelVersion | None:
        """Return the version that was in production at a time."""
        number = production_at(self.history(model), model, at)
        return None if number is None else self.version(model, number)

    def rollback(self, model: str, by: Signature, to: int | None = None) -> ModelVersion:
        """Register an earlier version again, with its evidence, and bring it into production."""
        former = _chosen(model, former_productions(self.history(model), model), to)
        seen = self._production(model)
        old = self._stored(model, former)
        tags = {key: value for key, value in old.tags.items() if is_evidence(key)}
        tags[ROLLBACK_OF] = str(former)
        reason = f"rollback to version {former}{': ' if by.reason else ''}{by.reason}"
        signed = by.model_copy(update={"reason": reason})
        new = self._create(model, old.run_id or "", old.source or "", tags, signed)
        self._transition(model, new.version, State.APPROVED, signed, seen)
        return self._transition(model, new.version, State.PRODUCTION, signed, seen)

    @cached_property
    def _client(self) -> "MlflowClient":
        return open_client(self._addresses)

    def _is_new(self) -> bool:
        """Tell whether the embedded database was never made; looking must not make it."""
        path = self._addresses.tracking.removeprefix("sqlite:///")
        return path != self._addresses.tracking and not Path(path).exists()

    def _make_model(self, candidate: Candidate) -> None:
        try:
            tags = self._model(candidate.model).tags
        except UnknownModelError:
            with self._asked() as client, _unless_somebody_else_did():
                owner = {OWNER: candidate.repository}
                client.create_registered_model(candidate.model, tags=owner)
            tags = self._model(candidate.model).tags
        if tags.get(OWNER, candidate.repository) != candidate.repository:
            raise BadInputError(
                f"{candidate.model} is the model of {one_line(tags[OWNER])}, so one of"
                f" {candidate.repository} is not registered there."
            )

    def _create(
        self, model: str, run_id: str, source: str, tags: Mapping[str, str], by: Signature
    ) -> ModelVersion:
        with self._asked() as client, asking(by):
            made = client.create_model_version(
                model, source, run_id=run_id, tags=dict(tags), await_creation_for=0
            )
        return self.version(model, int(made.version))

    def _transition(
        self, model: str, version: int, to: State, by: Signature, production: int | None
    ) -> ModelVersion:
        with self._asked() as client, asking(by, Seen(production=production)):
            client.set_model_version_tag(model, str(version), STATE_TAG, str(to))
        return self.version(model, version)

    def _production(self, model: str) -> int | None:
        number = self._model(model).aliases.get(State.PRODUCTION)
        return None if number is None else int(number)

    def _model(self, model: str) -> "RegisteredModel":
        if self._is_new():
            raise _unknown(model)
        with self._asked(model) as client:
            found: RegisteredModel = client.get_registered_model(model)
        if found.tags.get(STATE_TAG) != "governed":
            raise PlatformError(
                f"MLflow at {self._where()} does not govern {model}; start it with"
                " --registry-store-uri governed+sqlite:///… or governed+postgresql://…"
            )
        return found

    def _search(self, model: str) -> "list[MlflowVersion]":
        """Return a model's versions, newest first, as they are found: without aliases and log."""
        quote = '"' if "'" in model else "'"
        found: list[MlflowVersion] = []
        token = None
        with self._asked(model) as client:
            while token != "":
                page = client.search_model_versions(
                    f"name = {quote}{model}{quote}", max_results=PAGE, page_token=token
                )
                found += page
                token = page.token or ""
        return sorted(found, key=lambda each: -int(each.version))

    def _stored(self, model: str, version: int) -> "MlflowVersion":
        if self._is_new():
            raise _unknown(model)
        with self._asked(f"version {version} of {model}") as client:
            return client.get_model_version(model, str(version))

    def _where(self) -> str:
        return self._addresses.server or "the database under the home"

    @contextlib.contextmanager
    def _asked(self, what: str = "") -> "Iterator[MlflowClient]":
        """Give the client, and turn whatever it raises into one sentence of ours."""
        client = self._client  # Loads MLflow as quietly as it can be loaded.
        from mlflow.exceptions import MlflowException  # noqa: PLC0415 (with the first question)

        from mlops_platform.adapters.mlflow.refused_change import refusal_of  # noqa: PLC0415

        try:
            yield client
        except MlflowException as error:
            if (sentence := refusal_of(error)) is not None:
                raise RefusedTransitionError(sentence) from error
            if what and error.error_code == "RESOURCE_DOES_NOT_EXIST":
                raise _unknown(what) from error
            raise PlatformError(
                f"MLflow at {self._where()} did not answer as it should"
                f" ({one_line(error.message, 200)}); start it, or correct MLFLOW_TRACKING_URI."
            ) from error


@contextlib.contextmanager
def _unless_somebody_else_did() -> Iterator[None]:
    """Take a model that another process made in the meantime for the one that was wanted."""
    from mlflow.exceptions import MlflowException  # noqa: PLC0415 (it is loaded by now)

    try:
        yield
    except MlflowException as error:
        if error.error_code != "RESOURCE_ALREADY_EXISTS":
            raise


def _chosen(model: str, formers: Sequence[int], to: int | None) -> int:
    """Return the version that a rollback brings back. Raises BadInputError."""
    if to in formers or (to is None and formers):
        return formers[0] if to is None else to
    if to is None:
        raise BadInputError(f"{model} had no version in production before; there is none to bring.")
    raise BadInputError(
        f"Version {to} of {model} was not in production before, so a rollback does not bring it"
        " there; approve and promote it."
    )


def _unknown(what: str) -> UnknownModelError:
    return UnknownModelError(
        f"There is no {one_line(what, 200)}; `mlops-platform models list` shows what is registered."
    )
