"""The asset training_assessment."""

import dagster as dg

from mlops_platform.core.assess import assess_gathered
from mlops_platform.core.ports import Checkouts, Isolation
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.training_assessment import (
    TrainingAssessment,
    TrainingAssessmentFacts,
)
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="assess",
    kinds={"git", "python"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def training_assessment(
    project_profile: ProjectProfile,
    checkouts: dg.ResourceParam[Checkouts],
    isolation: dg.ResourceParam[Isolation],
) -> TrainingAssessment:
    """Would training be reproducible and sound?"""
    return assess_gathered(
        TrainingAssessment,
        project_profile.revision,
        lambda: isolation.run(
            TrainingAssessmentFacts,
            "training_assessment",
            checkouts.at(project_profile.revision),
            project_profile.gathered_facts(),
        ),
    )
