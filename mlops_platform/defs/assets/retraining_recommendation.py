"""The asset retraining_recommendation."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.recommend_retraining import recommend_retraining
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessment
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendation
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
) -> RetrainingRecommendation:
    """Train again? How, how soon, and why?"""
    return assess_gathered(
        RetrainingRecommendation,
        monitoring_health.revision,
        lambda: recommend_retraining(survey_situation(monitoring_health, evaluation_assessment)),
    )
