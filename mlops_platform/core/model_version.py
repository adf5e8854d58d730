"""What is registered: a candidate with its evidence, and the model version that it becomes.

Evidence is kept as tags of the version. It is written once, when the version is registered, and its
hash stands in every line of the version's log.
"""

import hashlib
import json
import math
import re
from collections.abc import Mapping
from datetime import datetime

from pydantic import Field, field_validator

from mlops_platform.core.evidence import Frozen
from mlops_platform.core.lifecycle import State

EVIDENCE = "mlops."
"""Tags that begin so are evidence."""

ROLLBACK_OF = f"{EVIDENCE}rollback_of"
SHORT_HOST = "github.com/"
LONGEST_TEXT = 1000


class Gate(Frozen):
    """A condition that was judged before registration; `is_met` is None where nobody could know."""

    name: str
    is_met: bool | None
    because: str = ""


class Candidate(Frozen):
    """A model to register. It is never loaded: `source` only names it, as `runs:/RUN/PATH`.

    `readiness` is the deployment readiness score of the commit. `facts` is further evidence.
    `documents` are texts to keep beside its run, by name; evidence holds their hashes.
    """

    model: str
    run_id: str = Field(min_length=1)
    source: str = Field(pattern=r"^runs:/[^/]+/.+")
    repository: str
    commit: str
    metrics: tuple[tuple[str, float], ...] = ()
    gates: tuple[Gate, ...] = ()
    readiness: float | None = None
    facts: tuple[tuple[str, str], ...] = ()
    documents: tuple[tuple[str, str], ...] = ()

    @field_validator("metrics")
    @classmethod
    def _finite(cls, metrics: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
        if any(not math.isfinite(value) for _, value in metrics):
            raise ValueError("a metric that is no finite number proves nothing")
        return metrics

    def evidence(self) -> dict[str, str]:
        """Return the evidence as the tags that hold it."""
        tags = {"repository": self.repository, "commit": self.commit}
        tags |= {f"metric.{name}": repr(value) for name, value in self.metrics}
        tags |= {f"gate.{gate.name}": _shown(gate) for gate in self.gates}
        if self.readiness is not None:
            tags["deployment_readiness"] = repr(self.readiness)
        tags |= dict(self.facts)
        return {f"{EVIDENCE}{key}": value[:LONGEST_TEXT] for key, value in sorted(tags.items())}


class ModelVersion(Frozen):
    """A registered version: where it came from, its evidence, and where it stands.

    `state` is None for a version that was registered without the lifecycle. `evidence` has the
    names without their prefix.
    """

    model: str
    version: int
    state: State | None
    run_id: str
    source: str
    registered_at: datetime
    evidence: tuple[tuple[str, str], ...] = ()
    evidence_hash: str = ""
    aliases: tuple[str, ...] = ()


def model_name(repository: str) -> str:
    """Return the name under which a repository's model is registered: `owner.name`.

    Hosts other than GitHub stay in front of it, so that two hosts never share a model.
    """
    return repository.removeprefix(SHORT_HOST).replace("/", ".")


def is_evidence(tag: str) -> bool:
    """Tell whether a tag of a version holds evidence."""
    return tag.casefold().startswith(EVIDENCE)


def evidence_hash(run_id: str, source: str, tags: Mapping[str, str]) -> str:
    """Return the SHA-256 of a version's origin and evidence.

    A rollback has the hash of the version that it brings back.
    """
    kept = {key: value for key, value in tags.items() if is_evidence(key) and key != ROLLBACK_OF}
    text = json.dumps({"run_id": run_id, "source": source, "evidence": kept}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def version_number(text: str) -> int | None:
    """Return the number that somebody wrote, as `3` or `v3`; None for anything else."""
    found = re.fullmatch(r"v?([1-9][0-9]{0,8})", text)
    return int(found[1]) if found else None


def _shown(gate: Gate) -> str:
    word = {True: "met", False: "unmet", None: "unknown"}[gate.is_met]
    return f"{word}: {gate.because}" if gate.because else word
