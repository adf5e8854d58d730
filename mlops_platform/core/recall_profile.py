"""Keeps the profile of what a model learned from with its version, and brings it back.

The text lies beside the run; its hash is evidence of the version, so another text is no profile.
"""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import ValidationError

from mlops_platform.core.drift.training_profile import ProfileAnswer, TrainingProfile
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.lifecycle import State
from mlops_platform.core.model_registry import ModelRegistry, UnknownModelError
from mlops_platform.core.model_version import Candidate, ModelVersion, model_name
from mlops_platform.core.report.canonical_json import canonical_json

SHA256, TABLE, NONE = "training_profile_sha256", "training_table", "training_profile_is_missing"
MOST_BYTES = 4 << 20
IN_USE = (State.PRODUCTION, State.APPROVED, State.CANDIDATE)
"""In this order; what is rejected or archived serves nobody."""


class Recalled(NamedTuple):
    """A profile, and the model version that it is kept with, in words."""

    profile: TrainingProfile
    model: str


def with_profile(candidate: Candidate, answer: ProfileAnswer) -> Candidate:
    """Return the candidate with the profile and its hash, or with why there is none."""
    profile, why = answer.profile, answer.failure
    text = canonical_json(profile.model_dump(mode="json")) if profile else ""
    if len(text.encode()) > MOST_BYTES:
        profile, why = None, "its profile would be too large"
    if profile is None:
        return _with(candidate, {NONE: why}, ())
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return _with(candidate, {SHA256: sha256, TABLE: profile.table}, ((_name(sha256), text),))


def recall_profile(models: ModelRegistry, repository: str) -> Recalled | str:
    """Return the profile of the version in production, else of the newest that may get there.

    A text is why there is none.
    """
    try:
        version = _in_use(models.versions(model_name(repository)))
        if version is None:
            return "no version of its model is in use"
        return _recalled(models, version)
    except UnknownModelError:
        return "no model of it is registered"
    except PlatformError as error:
        return f"the model registry did not answer ({str(error).rstrip('.')})"


def _recalled(models: ModelRegistry, version: ModelVersion) -> Recalled | str:
    model = f"version {version.version} of {version.model}"
    evidence = dict(version.evidence)
    sha256 = evidence.get(SHA256)
    if sha256 is None:
        why = evidence.get(NONE)
        return f"{model} was registered without a profile{f': {why}' if why else ''}"
    text = models.document(version, _name(sha256))
    if text is None or hashlib.sha256(text.encode()).hexdigest() != sha256:
        return f"the profile of {model} is not there any more"
    try:
        return Recalled(TrainingProfile.model_validate_json(text), model)
    except ValidationError:
        return f"the profile of {model} is of another version of the platform"


def _in_use(versions: Sequence[ModelVersion]) -> ModelVersion | None:
    """Return the version that counts; `versions` come newest first."""
    return next((each for state in IN_USE for each in versions if each.state is state), None)


def _with(
    candidate: Candidate, facts: dict[str, str], documents: tuple[tuple[str, str], ...]
) -> Candidate:
    known = tuple(sorted({**dict(candidate.facts), **facts}.items()))
    return candidate.model_copy(update={"facts": known, "documents": documents})


def _name(sha256: str) -> str:
    return f"training_profiles/{sha256}.json"
