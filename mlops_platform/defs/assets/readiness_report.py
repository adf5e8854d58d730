"""The asset readiness_report."""

import dagster as dg

from mlops_platform.core.sections.dataset_health import DatasetHealth
from mlops_platform.core.sections.deployment_readiness import DeploymentReadiness
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessment
from mlops_platform.core.sections.mlops_readiness import MlopsReadiness
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.readiness_report import ReadinessReport, ReportSections
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendation
from mlops_platform.core.sections.training_assessment import TrainingAssessment
from mlops_platform.core.summarize import DEFAULT_WEIGHTS, summarize
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="report",
    kinds={"markdown", "json"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
# Each section that the report is made of is a parameter: that is how Dagster draws the graph.
def readiness_report(  # noqa: PLR0913, PLR0917
    project_profile: ProjectProfile,
    dataset_health: DatasetHealth,
    training_assessment: TrainingAssessment,
    evaluation_assessment: EvaluationAssessment,
    mlops_readiness: MlopsReadiness,
    deployment_readiness: DeploymentReadiness,
    monitoring_health: MonitoringHealth,
    retraining_recommendation: RetrainingRecommendation,
) -> ReadinessReport:
    """Would this repository hold up, and what should be done first?"""
    sections = ReportSections(
        project_profile=project_profile,
        dataset_health=dataset_health,
        training_assessment=training_assessment,
        evaluation_assessment=evaluation_assessment,
        mlops_readiness=mlops_readiness,
        deployment_readiness=deployment_readiness,
        monitoring_health=monitoring_health,
        retraining_recommendation=retraining_recommendation,
    )
    return summarize(sections, DEFAULT_WEIGHTS)
