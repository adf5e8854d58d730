"""Puts together what monitoring_health is judged on: what watches over the model, and drift.

Two children read it: one that dies of a table takes nothing of the other with it. The tables are
those of the operator's catalog, else what is kept with the registered model against the operator's
or the repository's own, else two tables of the repository.
"""

from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.drift.training_profile import SinceTraining
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.ports import Isolation
from mlops_platform.core.recall_profile import Recalled
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.monitoring_health import (
    DriftAnswer,
    DriftQuestion,
    MonitoringHealthFacts,
    Source,
)
from mlops_platform.core.sections.project_profile import ProjectProfileFacts
from mlops_platform.core.watching.comparison import SKIPPED, SURE_TARGET, own_comparison

_UNREAD = "the tables of the repository could not be read"


class Tables(NamedTuple):
    """Where tables to compare may come from; `recall` asks the model registry, or says why not."""

    data: DatasetHealthFacts | None
    entry: CatalogEntry | None
    recall: Callable[[], Recalled | str]


def observe_operation(
    isolation: Isolation, checkout: Checkout, profile: ProjectProfileFacts, tables: Tables
) -> MonitoringHealthFacts:
    """Read what watches over the model, and compare two tables where there are two.

    Raises GatheringFailedError.
    """
    facts = isolation.run(MonitoringHealthFacts, "monitoring_health", checkout, profile)
    answer = _answer(isolation, checkout, tables)
    return facts.model_copy(
        update={
            "is_declared": bool(tables.entry and tables.entry.current),
            "drift": answer.observation,
            "unobserved": answer.failure,
        }
    )


def _answer(isolation: Isolation, checkout: Checkout, tables: Tables) -> DriftAnswer:
    entry = tables.entry
    if entry and entry.current:
        return _of_operator(isolation, checkout, entry, tables)
    since = _since_training(isolation, checkout, tables)
    if since and since.observation:
        return since
    question = own_comparison(tables.data) if tables.data else _UNREAD
    if isinstance(question, str):
        return since if since and since.is_unchanged else DriftAnswer(failure=question)
    return _compared(isolation, checkout, question, None)


def _of_operator(
    isolation: Isolation, checkout: Checkout, entry: CatalogEntry, tables: Tables
) -> DriftAnswer:
    current = entry.current or ""
    if entry.reference:
        question = DriftQuestion(
            source=Source.CATALOG, reference=entry.reference, current=current, target=entry.target
        )
        return _compared(isolation, checkout, question, entry)
    recalled = tables.recall()
    if isinstance(recalled, str):
        return DriftAnswer(
            failure=f"{recalled}, and the catalog names no `reference` to compare `current` with"
        )
    since = SinceTraining(
        source=Source.LIVE,
        model=recalled.model,
        profile=recalled.profile,
        current=current,
        target=entry.target,
    )
    return _compared(isolation, checkout, since, entry)


def _since_training(isolation: Isolation, checkout: Checkout, tables: Tables) -> DriftAnswer | None:
    """Compare the table that the model learned from, as it is now, with what was kept of it."""
    data = tables.data
    if data is None or data.kind in SKIPPED or not data.datasets:
        return None
    recalled = tables.recall()
    if isinstance(recalled, str):
        return None
    path = recalled.profile.table
    if path not in {each.path for each in data.datasets if not each.is_pointer}:
        return None
    targets = {each.path: each.target for each in data.profiles}
    target = targets.get(path)
    question = SinceTraining(
        source=Source.MODEL,
        model=recalled.model,
        profile=recalled.profile,
        current=path,
        target=target.column if target and target.confidence >= SURE_TARGET else None,
    )
    return _compared(isolation, checkout, question, None)


def _compared(
    isolation: Isolation,
    checkout: Checkout,
    question: DriftQuestion | SinceTraining,
    entry: CatalogEntry | None,
) -> DriftAnswer:
    gatherer = "drift" if isinstance(question, DriftQuestion) else "drift_since_training"
    files = entry.files if entry else ()
    try:
        return isolation.run(DriftAnswer, gatherer, checkout, question, may_read=files)
    except GatheringFailedError as failure:
        return DriftAnswer(failure=f"the two tables could not be compared: {failure.why}")
