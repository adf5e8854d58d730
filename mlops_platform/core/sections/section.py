"""What every assessed section stores. A section's `facts` field has its asset's own type."""

from typing import get_args

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Cap, Finding, Frozen
from mlops_platform.core.language_model import Words


class AssessedSection(Frozen):
    """Findings, score and coverage of one asset for one revision.

    `score` is 0–10, None where nothing is known or applicable; `coverage` is 0–1. `failure` says
    why there are no facts, and is empty otherwise. `interpretation` is filled when a report is
    delivered; stored sections hold no words of a model.
    """

    asset: str
    revision: Revision
    failure: str = ""
    score: float | None
    coverage: float
    caps: tuple[Cap, ...]
    findings: tuple[Finding, ...]
    interpretation: Words | None = None

    @classmethod
    def asset_name(cls) -> str:
        """Return the asset's key: the only value that the `asset` field admits."""
        (name,) = get_args(cls.model_fields["asset"].annotation)
        return str(name)
