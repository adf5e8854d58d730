"""A model registry in memory that keeps to the lifecycle."""

from datetime import UTC, datetime, timedelta

from mlops_platform.core.errors import BadInputError
from mlops_platform.core.lifecycle import (
    Decision,
    Request,
    Signature,
    State,
    Transition,
    decide,
    former_productions,
    production_at,
    replay,
)
from mlops_platform.core.model_registry import RefusedTransitionError, UnknownModelError
from mlops_platform.core.model_version import (
    EVIDENCE,
    ROLLBACK_OF,
    Candidate,
    ModelVersion,
    evidence_hash,
)

BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


class MemoryModelRegistry:
    """Fits the port `ModelRegistry`; `log` is what was asked, a minute apart."""

    def __init__(self) -> None:
        self.log: list[Transition] = []
        self._versions: dict[str, list[ModelVersion]] = {}
        self.documents: dict[tuple[str, str], str] = {}

    def models(self) -> tuple[str, ...]:
        return tuple(sorted(self._versions))

    def versions(self, model: str) -> tuple[ModelVersion, ...]:
        if model not in self._versions:
            raise UnknownModelError(f"There is no {model}.")
        return tuple(self._now(each) for each in reversed(self._versions[model]))

    def version(self, model: str, version: int) -> ModelVersion:
        for each in self.versions(model):
            if each.version == version:
                return each
        raise UnknownModelError(f"There is no version {version} of {model}.")

    def register(self, candidate: Candidate, by: Signature) -> ModelVersion:
        tags = candidate.evidence()
        known = self._versions.setdefault(candidate.model, [])
        mine = evidence_hash(candidate.run_id, candidate.source, tags)
        for each in known:
            if each.evidence_hash == mine:
                return self._now(each)
        for name, text in candidate.documents:
            self.documents[candidate.run_id, name] = text
        return self._create(candidate.model, (candidate.run_id, candidate.source), tags, by)

    def document(self, version: ModelVersion, name: str) -> str | None:
        return self.documents.get((version.run_id, name))

    def transition(self, model: str, version: int, to: State, by: Signature) -> ModelVersion:
        self.version(model, version)
        request = Request(model=model, version=version, asked=to)
        decision = decide(request, replay(self.log).get(model, {}))
        self._append(request, decision, by)
        if decision.refusal:
            raise RefusedTransitionError(decision.refusal)
        return self.version(model, version)

    def history(self, model: str) -> tuple[Transition, ...]:
        return tuple(line for line in self.log if line.model == model)

    def production_at(self, model: str, at: datetime) -> ModelVersion | None:
        number = production_at(self.log, model, at)
        return None if number is None else self.version(model, number)

    def rollback(self, model: str, by: Signature, to: int | None = None) -> ModelVersion:
        self.versions(model)
        formers = former_productions(self.log, model)
        if not formers or (to is not None and to not in formers):
            raise BadInputError(f"{model} had no such version in production before.")
        old = self.version(model, to or formers[0])
        tags = {f"{EVIDENCE}{key}": value for key, value in old.evidence}
        tags[ROLLBACK_OF] = str(old.version)
        new = self._create(model, (old.run_id, old.source), tags, by)
        self.transition(model, new.version, State.APPROVED, by)
        return self.transition(model, new.version, State.PRODUCTION, by)

    def _create(
        self, model: str, origin: tuple[str, str], tags: dict[str, str], by: Signature
    ) -> ModelVersion:
        versions = self._versions[model]
        made = ModelVersion(
            model=model,
            version=len(versions) + 1,
            state=None,
            run_id=origin[0],
            source=origin[1],
            registered_at=self._time(),
            evidence=tuple((key.removeprefix(EVIDENCE), value) for key, value in tags.items()),
            evidence_hash=evidence_hash(*origin, tags),
        )
        versions.append(made)
        return self.transition(model, made.version, State.CANDIDATE, by)

    def _now(self, version: ModelVersion) -> ModelVersion:
        state = replay(self.log).get(version.model, {}).get(version.version)
        return version.model_copy(update={"state": state})

    def _time(self) -> datetime:
        return BEGIN + timedelta(minutes=len(self.log))

    def _append(self, request: Request, decision: Decision, by: Signature) -> None:
        states = replay(self.log).get(request.model, {})
        asked: list[tuple[int, str]] = [
            (change.version, change.after) for change in decision.changes
        ]
        at = self._time()
        for version, after in asked or [(request.version, request.asked)]:
            line = Transition(
                number=len(self.log) + 1,
                model=request.model,
                version=version,
                before=states.get(version),
                asked=after,
                is_accepted=not decision.refusal,
                actor=by.actor,
                identified_by="process",
                at=at,
                reason=by.reason,
                refusal=decision.refusal,
            )
            self.log.append(line)
