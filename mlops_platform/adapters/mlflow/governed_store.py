"""MLflow's model registry, kept to the lifecycle: the same code behind a server and in process.

It is chosen by the address `governed+sqlite:///…` or `governed+postgresql://…`. Every change of a
version's state, however MLflow names it (tag, alias, stage), goes over the lifecycle's desk.
Prompts, which MLflow keeps as models, are left alone.
"""

from collections.abc import Sequence
from typing import NoReturn

from mlflow.entities.model_registry import (
    ModelVersion,
    ModelVersionTag,
    RegisteredModel,
    RegisteredModelTag,
)
from mlflow.entities.model_registry.model_version_stages import get_canonical_stage
from mlflow.entities.model_registry.prompt_version import IS_PROMPT_TAG_KEY
from mlflow.prompt.registry_utils import has_prompt_tag
from mlflow.store.db.utils import _safe_initialize_tables
from mlflow.store.model_registry.sqlalchemy_store import SqlAlchemyStore
from mlflow.utils.validation import _validate_model_alias_name, _validate_model_version_tag

from mlops_platform.adapters.mlflow.lifecycle_desk import LifecycleDesk
from mlops_platform.adapters.mlflow.model_book import STAGES
from mlops_platform.adapters.mlflow.read_version import STATE_TAG
from mlops_platform.adapters.mlflow.shown_line import PREFIX, shown_key, shown_line
from mlops_platform.adapters.mlflow.transition_guards import prepare_log
from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform.core.lifecycle import State, Transition
from mlops_platform.core.model_version import is_evidence
from mlops_platform.core.settings import load_settings

GOVERNED = "governed"
POINTERS = (State.PRODUCTION, State.CANDIDATE)
KEPT = "is kept, so that it can be told later what was in production, and why"


class GovernedStore(SqlAlchemyStore):
    """MLflow makes one of these per process and calls it for every request about models."""

    def __init__(self, store_uri: str) -> None:
        address = mlflow_addresses(load_settings().home, store_uri).tracking
        # Under a lock of MLflow's: a server and a command may both come first to a new database.
        _safe_initialize_tables(self._get_or_create_engine(address))
        super().__init__(address)
        prepare_log(self.engine)
        self._desk = LifecycleDesk(self.ManagedSessionMaker, self._get_active_workspace())
        self.ManagedSessionMaker = self._desk.joined

    def create_model_version(  # noqa: PLR0913, PLR0917 (MLflow's own signature)
        self,
        name: str,
        source: str,
        run_id: str | None = None,
        tags: Sequence[ModelVersionTag] | None = None,
        run_link: str | None = None,
        description: str | None = None,
        local_model_path: str | None = None,
        model_id: str | None = None,
    ) -> ModelVersion:
        """Register a version, as a candidate."""
        details = (run_link, description, local_model_path, model_id)
        if self._is_prompt(name):
            return super().create_model_version(name, source, run_id, tags, *details)
        kept = [tag for tag in tags or () if not _is_of_lifecycle(tag.key)]
        # A copy of another version (`models:/…`) brings that one's state along, and begins anew.
        if not source.startswith("models:/"):
            self._check_first_state(name, tags or ())
        with self._desk.opened(name) as book:
            made = super().create_model_version(name, source, run_id, kept, *details)
            self._desk.enrol(book, int(made.version))
        return self.get_model_version(name, made.version)

    def set_model_version_tag(self, name: str, version: str, tag: ModelVersionTag) -> None:
        """Set a tag; `lifecycle` asks for a transition, as `approved` or `approved: because`."""
        _validate_model_version_tag(tag.key, tag.value)
        if not _is_ours(tag.key) or self._is_prompt(name):
            super().set_model_version_tag(name, version, tag)
        elif tag.key == STATE_TAG:
            asked, _, reason = tag.value.partition(":")
            self._desk.change(name, self._number(name, version), asked.strip(), reason.strip())
        else:
            self._refuse(name, version, f"tag {tag.key}", _written_once(tag.key))

    def delete_model_version_tag(self, name: str, version: str, key: str) -> None:
        """Delete a tag that is neither the state nor evidence."""
        if _is_ours(key) and not self._is_prompt(name):
            self._refuse(name, version, f"no tag {key}", _written_once(key))
        super().delete_model_version_tag(name, version, key)

    def set_registered_model_alias(self, name: str, alias: str, version: str) -> None:
        """Point an alias; `production` asks for a promotion."""
        _validate_model_alias_name(alias)
        if alias.casefold() not in set(State) or self._is_prompt(name):
            super().set_registered_model_alias(name, alias, version)
        elif alias in POINTERS:
            self._desk.change(name, self._number(name, version), alias)
        else:
            self._refuse(name, version, f"alias {alias}", _no_such_alias(alias))

    def delete_registered_model_alias(self, name: str, alias: str) -> None:
        """Delete an alias that does not say where a version stands."""
        if alias in POINTERS and not self._is_prompt(name):
            sentence = (
                f"The alias `{alias}` follows the lifecycle by itself and is not deleted by hand;"
                " to take a version out of production, archive it."
            )
            self._desk.refuse(name, None, f"no alias {alias}", sentence)
        super().delete_registered_model_alias(name, alias)

    def transition_model_version_stage(
        self, name: str, version: str, stage: str, archive_existing_versions: bool
    ) -> ModelVersion:
        """Take MLflow's old stages Production and Archived for the states of that name."""
        del archive_existing_versions  # Promoting always archives the former version.
        shown = get_canonical_stage(stage)
        wanted = next((state for state, name_ in STAGES.items() if name_ == shown), None)
        if wanted is None:
            sentence = (
                f"The stage {shown} is not used here; set the tag `{STATE_TAG}` instead, for"
                " example to approved."
            )
            self._refuse(name, version, f"stage {shown}", sentence)
        self._desk.change(name, self._number(name, version), wanted)
        return self.get_model_version(name, version)

    def delete_model_version(self, name: str, version: str) -> None:
        """Delete a version of a prompt; a model's are kept."""
        if not self._is_prompt(name):
            sentence = f"Version {version} of {name} {KEPT}; archive it instead."
            self._refuse(name, version, "deleted", sentence)
        super().delete_model_version(name, version)

    def delete_registered_model(self, name: str) -> None:
        """Delete a model that has no version."""
        self._check_is_empty(name, "deleted", f"{name} has versions and {KEPT}.")
        super().delete_registered_model(name)

    def rename_registered_model(self, name: str, new_name: str) -> RegisteredModel:
        """Rename a model that has no version."""
        sentence = f"{name} has versions, and their history stands under that name; it is kept."
        self._check_is_empty(name, f"named {new_name}", sentence)
        return super().rename_registered_model(name, new_name)

    def set_registered_model_tag(self, name: str, tag: RegisteredModelTag) -> None:
        """Set a tag of a model, unless it would take the model out of the lifecycle."""
        self._check_model_tag(name, tag.key)
        super().set_registered_model_tag(name, tag)

    def delete_registered_model_tag(self, name: str, key: str) -> None:
        """Delete a tag of a model, unless it would bring a prompt into the lifecycle."""
        self._check_model_tag(name, key)
        super().delete_registered_model_tag(name, key)

    def get_registered_model(self, name: str) -> RegisteredModel:
        """Return a model; its tag `lifecycle` tells that it is governed."""
        model = super().get_registered_model(name)
        if not has_prompt_tag(model._tags):
            model._add_tag(RegisteredModelTag(STATE_TAG, GOVERNED))
            for key, value in _shown(self._desk.lines(name), None):
                model._add_tag(RegisteredModelTag(key, value))
        return model

    def get_model_version(self, name: str, version: str) -> ModelVersion:
        """Return a version; every line of its log is shown as a tag `transition.NUMBER`."""
        found = super().get_model_version(name, version)
        for key, value in _shown(self._desk.lines(name), int(found.version)):
            found._add_tag(ModelVersionTag(key, value))
        return found

    def _is_prompt(self, name: str) -> bool:
        return has_prompt_tag(super().get_registered_model(name)._tags)

    def _number(self, name: str, version: str) -> int:
        """Return the number of a version that exists; MLflow's own error where it does not."""
        return int(super().get_model_version(name, version).version)

    def _refuse(self, name: str, version: str, asked: str, sentence: str) -> NoReturn:
        self._desk.refuse(name, self._number(name, version), asked, sentence)

    def _check_first_state(self, name: str, tags: Sequence[ModelVersionTag]) -> None:
        first = next((tag.value for tag in tags if tag.key == STATE_TAG), State.CANDIDATE)
        if first != State.CANDIDATE:
            sentence = f"A new version of {name} begins as candidate, and cannot be more at once."
            self._desk.refuse(name, None, f"registered as {first}", sentence)

    def _check_is_empty(self, name: str, asked: str, sentence: str) -> None:
        if not self._is_prompt(name) and self._has_versions(name):
            self._desk.refuse(name, None, asked, sentence)

    def _check_model_tag(self, name: str, key: str) -> None:
        is_prompt_mark = key == IS_PROMPT_TAG_KEY and self._has_versions(name)
        if is_prompt_mark or (_is_ours(key) and not self._is_prompt(name)):
            sentence = f"The tag `{key}` of {name} says how it is governed, and is kept."
            self._desk.refuse(name, None, f"tag {key}", sentence)

    def _has_versions(self, name: str) -> bool:
        return bool(super().get_registered_model(name).latest_versions)


def _is_of_lifecycle(key: str) -> bool:
    return key.casefold() == STATE_TAG or key.casefold().startswith(PREFIX)


def _is_ours(key: str) -> bool:
    return _is_of_lifecycle(key) or is_evidence(key)


def _shown(lines: Sequence[Transition], version: int | None) -> list[tuple[str, str]]:
    mine = (line for line in lines if line.version == version)
    return [(shown_key(line), shown_line(line)) for line in mine]


def _written_once(key: str) -> str:
    return (
        f"The tag `{key[:80]}` is evidence or history of the lifecycle: it was written when it"
        " happened, and is kept."
    )


def _no_such_alias(alias: str) -> str:
    return (
        f"No alias is called `{alias[:80]}`: only `production` and `candidate` tell where a version"
        " stands."
    )
