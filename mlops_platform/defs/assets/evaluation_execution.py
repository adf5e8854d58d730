"""The asset evaluation_execution."""

import dagster as dg

from mlops_platform.core.sections.evaluation_execution import EvaluationExecution
from mlops_platform.core.sections.project_profile import ProjectProfile
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform.defs.executing import AskedRun, Executing
from mlops_platform.defs.execution_config import ExecutionConfig
from mlops_platform.defs.partitions import REPOSITORIES


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="execute",
    kinds={"docker", "python", "mlflow"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def evaluation_execution(
    context: dg.AssetExecutionContext,
    config: ExecutionConfig,
    project_profile: ProjectProfile,
    training_execution: TrainingExecution,
    executing: dg.ResourceParam[Executing],
) -> EvaluationExecution:
    """What does its own evaluation say of the trained model?"""
    run = AskedRun(context.run.run_id, project_profile, config.wishes())
    return executing.evaluate(run, training_execution)
