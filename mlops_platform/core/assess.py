"""Facts in, section out: asks the asset's rules and lets the judge score their answers."""

from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel

from mlops_platform.core.checkout import Revision
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.judge import judge
from mlops_platform.core.registry import rules_of
from mlops_platform.core.sections.section import AssessedSection

S = TypeVar("S", bound=AssessedSection)


def assess(section: type[S], revision: Revision, facts: BaseModel) -> S:
    """Judge the facts of an asset by its rules."""
    return _section(section, revision, facts, failure="")


def assess_gathered(section: type[S], revision: Revision, gather: Callable[[], BaseModel]) -> S:
    """Gather the facts of an asset and judge them; if that fails, the section says why."""
    try:
        facts = gather()
    except GatheringFailedError as failure:
        return assess_failure(section, revision, str(failure))
    return assess(section, revision, facts)


def assess_failure(section: type[S], revision: Revision, failure: str) -> S:
    """Make the section of facts that could not be gathered: every answer is unknown."""
    return _section(section, revision, None, failure)


def _section(section: type[S], revision: Revision, facts: BaseModel | None, failure: str) -> S:
    judged = judge(rules_of(section.asset_name()), facts, failure)
    return section.model_validate(
        {
            "asset": section.asset_name(),
            "revision": revision,
            "facts": facts,
            "failure": failure,
            "score": judged.score,
            "coverage": judged.coverage,
            "caps": judged.caps,
            "findings": judged.findings,
        }
    )
