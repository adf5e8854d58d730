"""Puts together what a recommendation rests on, from the sections that it takes."""

from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.evidence import Outcome
from mlops_platform.core.metric_history import NOT_RECORDED, RecordedMetrics
from mlops_platform.core.report.words import as_sentence
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessment
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.retraining_recommendation import Situation

BLOCKING = 3
"""The weight of a claim that a reviewer would block."""
MOST_CLAIMS = 5


def survey_situation(
    monitoring: MonitoringHealth,
    evaluation: EvaluationAssessment,
    recorded: RecordedMetrics = NOT_RECORDED,
) -> Situation:
    """Return the situation. Raises GatheringFailedError where nothing is known of operation."""
    facts = monitoring.facts
    if facts is None:
        raise GatheringFailedError(monitoring.failure)
    weak = [
        as_sentence(finding.claim).rstrip(".")
        for finding in evaluation.findings
        if finding.outcome is Outcome.UNMET and finding.weight == BLOCKING
    ]
    return Situation(
        is_ml_project=facts.is_ml_project,
        kind=facts.kind,
        is_operated=facts.is_operated,
        is_declared=facts.is_declared,
        monitoring_score=monitoring.score,
        evaluation_score=evaluation.score,
        weak_evaluation=tuple(weak[:MOST_CLAIMS]),
        drift=facts.drift,
        unobserved=facts.unobserved,
        metrics=recorded.histories,
        unread_runs=recorded.unread,
    )
