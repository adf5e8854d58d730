"""One registered model inside one transaction: its log, and the tags and aliases that show it."""

from datetime import UTC, datetime

from mlflow.store.model_registry.dbmodels.models import (
    SqlModelVersion,
    SqlModelVersionTag,
    SqlRegisteredModelAlias,
)
from mlflow.utils.time import get_current_time_millis
from sqlalchemy.orm import Session

from mlops_platform.adapters.mlflow import transition_table
from mlops_platform.adapters.mlflow.asking import Asker
from mlops_platform.adapters.mlflow.read_version import STATE_TAG
from mlops_platform.core.lifecycle import (
    Change,
    Decision,
    State,
    Transition,
    newest_candidate,
    production_of,
    replay,
)
from mlops_platform.core.model_version import evidence_hash
from mlops_platform.core.report.escaping import one_line

STAGES = {State.PRODUCTION: "Production", State.ARCHIVED: "Archived"}
NO_STAGE = "None"
LONGEST_ASKED = 200


class ModelBook:
    """Whoever opens it holds the model's lock until the transaction ends."""

    def __init__(self, session: Session, workspace: str, model: str) -> None:
        self.model = model
        self._session = session
        self._workspace = workspace
        log = transition_table.lines_of(session, workspace, model)
        self.states: dict[int, State] = replay(log).get(model, {})

    def enter(self, decision: Decision, version: int | None, asked: str, asker: Asker) -> None:
        """Write down what was asked for a version (None: the model), and carry the decision out."""
        if decision.refusal:
            self._append(version, asked, asker, decision.refusal)
            return
        for change in decision.changes:
            reason = asker.reason
            if change.version != version:
                reason = f"version {version} was promoted"
            self._append(change.version, change.after, asker._replace(reason=reason))
            self._show(change)
            self.states[change.version] = change.after
        self._point("production", production_of(self.states))
        self._point("candidate", newest_candidate(self.states))

    def sign(self, version: int, asker: Asker) -> None:
        """Let MLflow say who created a version."""
        setattr(self._row(version), "user_id", asker.actor)  # noqa: B010 (its columns have no types)

    def _append(self, version: int | None, asked: str, asker: Asker, refusal: str = "") -> None:
        line = Transition(
            number=0,
            model=self.model,
            version=version,
            before=None if version is None else self.states.get(version),
            asked=one_line(asked, LONGEST_ASKED),
            is_accepted=not refusal,
            actor=asker.actor,
            identified_by=asker.identified_by,
            at=datetime.now(UTC),
            reason=asker.reason,
            refusal=refusal,
            evidence_hash="" if version is None else self._evidence_hash(version),
        )
        transition_table.append(self._session, self._workspace, line)

    def _evidence_hash(self, version: int) -> str:
        row = self._row(version)
        tags = {tag.key: tag.value for tag in row.model_version_tags}
        return evidence_hash(str(row.run_id or ""), str(row.source or ""), tags)

    def _row(self, version: int) -> SqlModelVersion:
        key = {"workspace": self._workspace, "name": self.model, "version": version}
        return self._session.get_one(SqlModelVersion, key)

    def _show(self, change: Change) -> None:
        """Let MLflow's tag and its old stage say the state."""
        stage = STAGES.get(change.after, NO_STAGE)
        values = {"current_stage": stage, "last_updated_time": get_current_time_millis()}
        for column, value in values.items():
            setattr(self._row(change.version), column, value)
        key = {"workspace": self._workspace, "name": self.model, "version": change.version}
        tag = SqlModelVersionTag(**key, key=STATE_TAG, value=str(change.after))
        self._session.merge(tag)
        self._session.flush()

    def _point(self, alias: str, version: int | None) -> None:
        key = {"workspace": self._workspace, "name": self.model, "alias": alias}
        if version is not None:
            self._session.merge(SqlRegisteredModelAlias(**key, version=version))
        else:
            pointer = self._session.get(SqlRegisteredModelAlias, key)
            # One from before the lifecycle stays: something may be served by it.
            if pointer is not None and pointer.version in self.states:
                self._session.delete(pointer)
        self._session.flush()
