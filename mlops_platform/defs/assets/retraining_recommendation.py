"""The asset retraining_recommendation."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.experiment_store import ExperimentStore
from mlops_platform.core.metric_history import recorded_metrics
from mlops_platform.core.recommend_retraining import recommend_retraining
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessment
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.retraining_recommendation import (
    RetrainingRecommendation,
    RetrainingRecommendationFacts,
)
from mlops_platform.core.survey_situation import survey_situation
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="operate",
    kinds={"python"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def retraining_recommendation(
    monitoring_health: MonitoringHealth,
    evaluation_assessment: EvaluationAssessment,
    experiments: dg.ResourceParam[ExperimentStore],
) -> RetrainingRecommendation:
    """Train again? How, how soon, and why?"""
    revision = monitoring_health.revision

    def recommend() -> RetrainingRecommendationFacts:
        recorded = recorded_metrics(experiments, revision.repository)
        return recommend_retraining(
            survey_situation(monitoring_health, evaluation_assessment, recorded)
        )

    return assess_gathered(RetrainingRecommendation, revision, recommend)
