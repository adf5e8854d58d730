"""What readiness_report stores: all sections of one revision, one document, one score."""

from typing import Literal

from mlops_platform.core.checkout import Revision
from mlops_platform.core.evidence import Cap, Effort, Frozen
from mlops_platform.core.language_model import Words
from mlops_platform.core.sections.dataset_health import DatasetHealth
from mlops_platform.core.sections.deployment_readiness import DeploymentReadiness
from mlops_platform.core.sections.evaluation_assessment import EvaluationAssessment
from mlops_platform.core.sections.mlops_readiness import MlopsReadiness
from mlops_platform.core.sections.monitoring_health import MonitoringHealth
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.report_changes import Changes
from mlops_platform.core.sections.retraining_recommendation import RetrainingRecommendation
from mlops_platform.core.sections.section import AssessedSection
from mlops_platform.core.sections.training_assessment import TrainingAssessment


class PriorityAction(Frozen):
    """One fix worth doing, with the points that it regains in the readiness score."""

    asset: str
    rule: str
    fix: str
    because: str
    effort: Effort
    total_points: float


class ReportSections(Frozen):
    """The sections of a report, by asset. A later asset is a further field."""

    project_profile: ProjectProfile
    dataset_health: DatasetHealth
    training_assessment: TrainingAssessment
    evaluation_assessment: EvaluationAssessment
    mlops_readiness: MlopsReadiness
    deployment_readiness: DeploymentReadiness
    monitoring_health: MonitoringHealth
    retraining_recommendation: RetrainingRecommendation

    def by_asset(self) -> dict[str, AssessedSection]:
        """Return the sections by the name of their asset, in the order of the report."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class ReadinessReport(Frozen):
    """The JSON report of DESIGN §10. `readiness_score` is None where there is nothing to score.

    `language_model`, `interpretation` and `changes` are filled when the report is delivered.
    """

    schema_version: Literal[1] = 1
    asset: Literal["readiness_report"] = "readiness_report"
    repository: str
    commit: str
    revision: Revision
    is_ml_project: bool | None
    verdict: str
    readiness_score: float | None
    coverage: float
    weakest_section: str | None
    weights: dict[str, float]
    caps: tuple[Cap, ...]
    priority_actions: tuple[PriorityAction, ...]
    sections: ReportSections
    language_model: str = ""
    interpretation: Words | None = None
    changes: Changes | None = None
