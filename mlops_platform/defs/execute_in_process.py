"""The job `execute` for one repository, inside this process."""

from typing import NamedTuple

import dagster as dg

from mlops_platform.core.execution_wishes import ExecutionWishes
from mlops_platform.core.sections.evaluation_execution import EvaluationExecution
from mlops_platform.core.sections.model_registration import ModelRegistration
from mlops_platform.core.sections.training_execution import TrainingExecution
from mlops_platform.defs.execution_config import config_of
from mlops_platform.defs.run_in_process import Watch, run_in_process


class ExecutionOrder(NamedTuple):
    """What to execute: a repository key, at a revision (its HEAD if None), and how."""

    repository: str
    ref: str | None
    wishes: ExecutionWishes


class Executed(NamedTuple):
    """The sections that executing a repository stored."""

    training: TrainingExecution
    evaluation: EvaluationExecution
    registration: ModelRegistration


def execute_in_process(
    definitions: dg.Definitions, order: ExecutionOrder, watch: Watch = lambda _: None
) -> Executed:
    """Run the job on the embedded instance and return its sections.

    Raises what the failing step raised, a PlatformError where the cause is known.
    """
    config = op_config(order)
    result = run_in_process(definitions, "execute", order.repository, config, watch)
    return Executed(
        result.output_for_node("training_execution"),
        result.output_for_node("evaluation_execution"),
        result.output_for_node("model_registration"),
    )


def op_config(order: ExecutionOrder) -> dict[str, dict[str, object]]:
    """Return what each asset is configured with."""
    wishes = config_of(order.wishes)
    return {
        "project_profile": {"ref": order.ref},
        "training_execution": wishes,
        "evaluation_execution": wishes,
    }


def run_config(order: ExecutionOrder) -> dict[str, object]:
    """Return the run configuration that asks Dagster for the same."""
    return {"ops": {asset: {"config": config} for asset, config in op_config(order).items()}}
