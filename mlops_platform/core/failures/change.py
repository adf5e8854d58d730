"""What a repair answers: the next plan, and why; with the few ways to derive one."""

from typing import NamedTuple

from mlops_platform.core.run_plan import Environment, PathMapping, RunPlan, RunStep


class Change(NamedTuple):
    """The plan to try next. `because` quotes the log, `change` says what the plan does now."""

    plan: RunPlan
    because: str
    change: str


def with_environment(plan: RunPlan, **fields: object) -> RunPlan:
    """Return the plan with other fields in its environment, validated."""
    environment = Environment.model_validate(plan.environment.model_dump() | fields)
    return plan.model_copy(update={"environment": environment})


def with_requirement(plan: RunPlan, line: str) -> RunPlan:
    """Return the plan with one more requirement."""
    return with_environment(plan, requirements=(*plan.environment.requirements, line))


def with_variables(plan: RunPlan, variables: dict[str, str]) -> RunPlan:
    """Return the plan with more variables; those that it has are replaced."""
    every = dict(plan.variables) | variables
    return plan.model_copy(update={"variables": tuple(sorted(every.items()))})


def with_folder(plan: RunPlan, folder: str) -> RunPlan:
    """Return the plan with one more folder that exists before the first step."""
    return plan.model_copy(update={"folders": tuple(sorted({*plan.folders, folder}))})


def with_import_path(plan: RunPlan, folder: str) -> RunPlan:
    """Return the plan with one more folder from which modules are imported."""
    return plan.model_copy(update={"import_paths": (*plan.import_paths, folder)})


def with_mapping(plan: RunPlan, mapping: PathMapping) -> RunPlan:
    """Return the plan with one more path of the author."""
    return plan.model_copy(update={"path_mappings": (*plan.path_mappings, mapping)})


def with_step(plan: RunPlan, step: RunStep, changed: RunStep) -> RunPlan:
    """Return the plan with one step replaced."""
    steps = tuple(changed if each == step else each for each in plan.steps)
    return plan.model_copy(update={"steps": steps})
