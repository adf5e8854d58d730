"""Answers on the two tables that were compared: which they are, and what was said of a column."""

from collections.abc import Callable, Iterable

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import counted, listed
from mlops_platform.core.evidence import (
    Answer,
    Evidence,
    met,
    not_applicable,
    partly_met,
    unknown,
)
from mlops_platform.core.sections.monitoring_health import (
    DriftedFeature,
    DriftObservation,
    MonitoringHealthFacts,
    Source,
)
from mlops_platform.core.sections.project_profile import ProjectKind

Fault = Callable[[DriftedFeature], str]
"""What is wrong with a column, in a few words; "" where nothing is."""

_BY_DESIGN = {Source.SPLIT: "; a split by time or group may do so by design"}

TITLES = {
    "psi": "PSI",
    "jensen_shannon": "JS",
    "kolmogorov_smirnov": "KS",
    "missingness": "missing",
    "vocabulary": "words",
}


def observation(facts: MonitoringHealthFacts) -> DriftObservation | Answer:
    """Return the two tables compared, or the answer where there are none."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.drift is not None:
        return facts.drift
    reason = facts.unobserved or "no two tables were compared"
    if facts.is_declared:
        return unknown(f"not observable: {reason}")
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, *COLLECTIONS):
        return skipped
    if not facts.is_operated:
        return not_applicable(
            "the repository brings nothing into operation, so there are no current data to compare"
        )
    return unknown(f"not observable: {reason}")


def answer_by_feature(facts: MonitoringHealthFacts, fault: Fault, faulty: str) -> Answer:
    """Answer with the share of compared columns without a fault; `faulty` follows "a has"."""
    drift = observation(facts)
    if isinstance(drift, Answer):
        return drift
    asked = [feature for feature in drift.features if feature.is_counted]
    if not asked:
        return not_applicable(f"no column of {between(drift)} can be compared")
    wrong = [(feature, said) for feature in asked if (said := fault(feature))]
    if not wrong:
        return met(pair(drift), f"compared {counted(len(asked), 'column')} of {between(drift)}")
    names = listed(f"`{feature.name}`" for feature, _ in wrong)
    verb = "has" if len(wrong) == 1 else "have"
    return partly_met(
        1 - len(wrong) / len(asked),
        f"{names} {verb} {faulty} between {between(drift)}"
        f" ({len(wrong)} of {counted(len(asked), 'column')}{_BY_DESIGN.get(drift.source, '')})",
        [evidence(drift, feature, said) for feature, said in wrong],
    )


def explained_by_season(facts: MonitoringHealthFacts) -> Answer | None:
    """Answer met where what moved is as in the same season of the reference."""
    season = facts.drift.season if facts.drift else None
    if inapplicable(facts) or season is None or not season.is_explained:
        return None
    return met(because=f"by `{season.column}`, the time of the year explains what moved")


def between(drift: DriftObservation) -> str:
    """Name both tables."""
    return f"`{drift.reference}` and `{drift.current}`"


def pair(drift: DriftObservation) -> tuple[Evidence, ...]:
    """Point to both tables; those of the operator are not files of the repository."""
    return tuple(Evidence(path=path) for path in drift.files)


def evidence(drift: DriftObservation, feature: DriftedFeature, note: str) -> Evidence:
    """Point to a column of the current table."""
    return Evidence(path=drift.current_file, column=feature.name, note=note)


def strongest(feature: DriftedFeature, tests: Iterable[str] = tuple(TITLES)) -> str:
    """Say the measures of a column that have a level, with their values."""
    wanted = set(tests)
    said = [
        f"{TITLES.get(each.test, each.test)} {each.value:.2f}"
        for each in feature.measures
        if each.level != "none" and each.test in wanted
    ]
    return ", ".join(said) or (listed(feature.notes) if feature.level != "none" else "")
