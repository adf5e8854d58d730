"""Puts together what monitoring_health is judged on: what watches over the model, and drift.

Two children read it: one that dies of a table takes nothing of the other with it.
"""

from mlops_platform.core.ports import CatalogEntry, Checkout, GatheringFailedError, Isolation
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.monitoring_health import (
    DriftAnswer,
    DriftQuestion,
    MonitoringHealthFacts,
    Source,
)
from mlops_platform.core.sections.project_profile import ProjectProfileFacts
from mlops_platform.core.watching.comparison import own_comparison


def observe_operation(
    isolation: Isolation,
    checkout: Checkout,
    profile: ProjectProfileFacts,
    data: DatasetHealthFacts | None,
    entry: CatalogEntry | None,
) -> MonitoringHealthFacts:
    """Read what watches over the model, and compare two tables where there are two.

    The operator's tables come first. Raises GatheringFailedError.
    """
    facts = isolation.run(MonitoringHealthFacts, "monitoring_health", checkout, profile)
    question = _question(data, entry)
    is_declared = isinstance(question, DriftQuestion) and question.source is Source.CATALOG
    answer = _answer(isolation, checkout, question, entry)
    return facts.model_copy(
        update={
            "is_declared": is_declared,
            "drift": answer.observation,
            "unobserved": answer.failure,
        }
    )


def _question(data: DatasetHealthFacts | None, entry: CatalogEntry | None) -> DriftQuestion | str:
    if entry and entry.reference and entry.current:
        return DriftQuestion(
            source=Source.CATALOG,
            reference=entry.reference,
            current=entry.current,
            target=entry.target,
        )
    return own_comparison(data) if data else "the tables of the repository could not be read"


def _answer(
    isolation: Isolation,
    checkout: Checkout,
    question: DriftQuestion | str,
    entry: CatalogEntry | None,
) -> DriftAnswer:
    if isinstance(question, str):
        return DriftAnswer(failure=question)
    files = entry.files if entry and question.source is Source.CATALOG else ()
    try:
        return isolation.run(DriftAnswer, "drift", checkout, question, may_read=files)
    except GatheringFailedError as failure:
        return DriftAnswer(failure=f"the two tables could not be compared: {failure.why}")
