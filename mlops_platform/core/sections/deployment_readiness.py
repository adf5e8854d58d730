"""What deployment_readiness stores: could the model be served and rolled back tomorrow."""

from typing import Literal

from mlops_platform.core.evidence import Detection, Evidence, Frozen
from mlops_platform.core.sections.project_profile import (
    ContainerFile,
    DatasetFile,
    DependencyState,
    Place,
    ProjectKind,
    ProjectProfileFacts,
    Workflow,
)
from mlops_platform.core.sections.section import AssessedSection


class Route(Frozen):
    """One HTTP route; `has_typed_input` where a model, or the route itself, checks its body."""

    path: str
    method: str
    function: str
    has_typed_input: bool
    evidence: Evidence


class ServingApplication(Frozen):
    """One file that serves predictions over HTTP, as a scoring script, or as a demo page.

    `debug_mode_by_hand` is what only counts when Python is given the file itself.
    """

    framework: str
    path: str
    routes: tuple[Route, ...] = ()
    model_loads: tuple[Place, ...] = ()
    model_loads_per_request: tuple[Place, ...] = ()
    logging_calls: tuple[Evidence, ...] = ()
    handled_errors: tuple[Evidence, ...] = ()
    debug_mode: tuple[Evidence, ...] = ()
    fixed_addresses: tuple[Evidence, ...] = ()
    development_server: tuple[Evidence, ...] = ()
    model_loads_at_start: tuple[Place, ...] = ()
    debug_mode_by_hand: tuple[Evidence, ...] = ()


class DeploymentReadinessFacts(Frozen):
    """What was read of the code that serves or predicts, and of what ships it.

    The first block is the part of the profile that this section is judged on.
    """

    is_ml_project: bool
    dependency_state: DependencyState
    python_requires: str | None = None
    containers: tuple[Detection, ...] = ()
    container_files: tuple[ContainerFile, ...] = ()
    ci: tuple[Detection, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    serving: tuple[Detection, ...] = ()
    monitoring: tuple[Detection, ...] = ()
    saved_models: tuple[Place, ...] = ()
    loaded_models: tuple[Place, ...] = ()
    registered_models: tuple[Place, ...] = ()
    committed_models: tuple[DatasetFile, ...] = ()

    applications: tuple[ServingApplication, ...] = ()
    prediction_scripts: tuple[Place, ...] = ()
    tests_of_serving: tuple[Evidence, ...] = ()
    images_built_in_ci: tuple[Evidence, ...] = ()
    deployments_in_ci: tuple[Evidence, ...] = ()
    infrastructure: tuple[Place, ...] = ()
    environment_variables: tuple[Place, ...] = ()
    ignores_build_context: Evidence | None = None
    compose_files: tuple[Evidence, ...] = ()
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    data_versioning: tuple[Detection, ...] = ()
    frameworks: tuple[Detection, ...] = ()
    trackers: tuple[Detection, ...] = ()
    pipelines: tuple[Detection, ...] = ()
    server_starts: tuple[Place, ...] = ()

    @classmethod
    def shared(cls, profile: ProjectProfileFacts) -> dict[str, object]:
        """Return the fields that the profile has too, with its values."""
        names = cls.model_fields.keys() & ProjectProfileFacts.model_fields.keys()
        return {name: getattr(profile, name) for name in sorted(names)}


class DeploymentReadiness(AssessedSection):
    """Could it be served, and rolled back, tomorrow?"""

    asset: Literal["deployment_readiness"] = "deployment_readiness"
    facts: DeploymentReadinessFacts | None
