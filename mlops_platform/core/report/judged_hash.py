"""The hash of what a report says of a commit: whatever words may be about."""

from hashlib import sha256

from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.core.sections.readiness_report import ReadinessReport

SHOWN_FACTS = frozenset({"monitoring_health", "retraining_recommendation"})
"""Sections of which a language model sees more than the findings."""


def judged_hash(report: ReadinessReport) -> str:
    """Return the SHA-256 of scores, caps and findings, the same for a stored report and a new one.

    What is added when a report is delivered does not count.
    """
    delivered = {"language_model", "interpretation", "changes"}
    judged = report.model_dump(mode="json", exclude=delivered | {"sections"})
    judged["sections"] = {
        asset: section.model_dump(
            mode="json",
            exclude={"interpretation"} | (set() if asset in SHOWN_FACTS else {"facts"}),
        )
        for asset, section in report.sections.by_asset().items()
    }
    return sha256(canonical_json(judged).encode()).hexdigest()
