"""Answers on what watches over a model: asked only where something serves it or runs by itself."""

from collections.abc import Sequence

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_places, in_use, listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts
from mlops_platform.core.sections.project_profile import Place, ProjectKind

MANAGED = frozenset(
    {
        "aws lambda",
        "azureml scoring script",
        "google cloud functions",
        "kserve",
        "ray serve",
        "sagemaker",
        "seldon",
    }
)
"""Platforms that measure, probe or record by themselves, or by settings outside the repository."""


def unoperated(facts: MonitoringHealthFacts) -> Answer | None:
    """Answer where nothing is in operation that could be watched."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    if not facts.is_operated:
        return not_applicable(
            "the repository ships no service, and no work that runs by a schedule"
        )
    return None


def unserved(facts: MonitoringHealthFacts) -> Answer | None:
    """Answer where nothing serves the model."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY):
        return skipped
    return None if facts.services else not_applicable("the repository ships no service of a model")


def answer_by_sight(
    facts: MonitoringHealthFacts, places: Sequence[Place], missing: str, *, by_platform: str = ""
) -> Answer:
    """Answer met by `places`; a managed platform may do it `by_platform`, which nobody sees."""
    if places:
        return met(cite_places(places), listed(place.name for place in places))
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    managed = [each.name for each in in_use(facts.serving) if each.name in MANAGED]
    if by_platform and managed:
        return unknown(f"{managed[0]} may {by_platform}, by settings outside the repository")
    return unmet(missing, _operated(facts))


def _operated(facts: MonitoringHealthFacts) -> list[Evidence]:
    return cite_places(facts.services or facts.schedules)
