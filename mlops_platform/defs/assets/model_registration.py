"""The asset model_registration."""

import dagster as dg

from mlops_platform.core.model_registry import ModelRegistry
from mlops_platform.core.nominate import nominate, register
from mlops_platform.core.sections.deployment_readiness import DeploymentReadiness
from mlops_platform.core.sections.evaluation_execution import EvaluationExecution
from mlops_platform.core.sections.model_registration import ModelRegistration
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform.defs.executing import Executing
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="execute",
    kinds={"mlflow"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
# Each section that is judged or carried along is a parameter: that is how Dagster draws the graph.
def model_registration(  # noqa: PLR0913, PLR0917
    project_profile: ProjectProfile,
    training_execution: TrainingExecution,
    evaluation_execution: EvaluationExecution,
    deployment_readiness: DeploymentReadiness,
    executing: dg.ResourceParam[Executing],
    models: dg.ResourceParam[ModelRegistry],
) -> ModelRegistration:
    """May its model be a candidate?"""
    gates = executing.gates(training_execution.revision)
    nomination = nominate(training_execution, evaluation_execution, deployment_readiness, gates)
    trial = None
    if nomination.candidate:
        trial = executing.tried(training_execution, project_profile)
        learned = executing.learned(training_execution, project_profile)
        nomination = nomination.kept_with(learned)
    return register(training_execution.revision, nomination, trial, models)
