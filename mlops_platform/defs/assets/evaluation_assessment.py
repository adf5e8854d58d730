"""The asset evaluation_assessment."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.sections.dataset_health import DatasetHealth
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessment,
    EvaluationAssessmentFacts,
)
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.training_assessment import TrainingAssessment
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="assess",
    kinds={"python"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def evaluation_assessment(
    project_profile: ProjectProfile,
    dataset_health: DatasetHealth,
    training_assessment: TrainingAssessment,
) -> EvaluationAssessment:
    """Does the evaluation prove anything?"""
    return assess_gathered(
        EvaluationAssessment,
        project_profile.revision,
        lambda: EvaluationAssessmentFacts.of(
            training_assessment.gathered_facts(), dataset_health.facts
        ),
    )
