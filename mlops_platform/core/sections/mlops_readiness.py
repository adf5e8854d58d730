"""What mlops_readiness stores: whether the project practises the lifecycle."""

from typing import Literal

from mlops_platform.core.evidence import Detection, Evidence, Frozen
from mlops_platform.core.sections.project_profile import (
    CodeSummary,
    DatasetFile,
    DependencyState,
    Documentation,
    EntryPoint,
    ImportedModule,
    NotebookSummary,
    Place,
    ProjectKind,
    ProjectProfileFacts,
    Workflow,
)
from mlops_platform.core.sections.section import AssessedSection


class MlopsReadinessFacts(Frozen):
    """The part of the profile that this section is judged on; same names, same meaning."""

    is_ml_project: bool
    training_entry_points: tuple[EntryPoint, ...] = ()
    evaluation_entry_points: tuple[EntryPoint, ...] = ()
    datasets: tuple[DatasetFile, ...] = ()
    picture_folders: tuple[DatasetFile, ...] = ()
    external_data: tuple[Place, ...] = ()
    dependency_state: DependencyState
    ci: tuple[Detection, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    containers: tuple[Detection, ...] = ()
    tests: tuple[Detection, ...] = ()
    trackers: tuple[Detection, ...] = ()
    data_versioning: tuple[Detection, ...] = ()
    configuration: tuple[Detection, ...] = ()
    pipelines: tuple[Detection, ...] = ()
    monitoring: tuple[Detection, ...] = ()
    quality_tools: tuple[Detection, ...] = ()
    documentation: Documentation = Documentation()
    code: CodeSummary = CodeSummary()
    notebooks: tuple[NotebookSummary, ...] = ()
    saved_models: tuple[Place, ...] = ()
    logged_metrics: tuple[Place, ...] = ()
    registered_models: tuple[Place, ...] = ()
    seeds: tuple[Place, ...] = ()
    committed_models: tuple[DatasetFile, ...] = ()
    large_files: tuple[DatasetFile, ...] = ()
    secrets: tuple[Evidence, ...] = ()
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    imports: tuple[ImportedModule, ...] = ()
    metric_files: tuple[Place, ...] = ()

    @classmethod
    def of(cls, profile: ProjectProfileFacts) -> "MlopsReadinessFacts":
        """Take the fields of the profile that have the same name."""
        return cls.model_validate({name: getattr(profile, name) for name in cls.model_fields})


class MlopsReadiness(AssessedSection):
    """Does the project practise the lifecycle?"""

    asset: Literal["mlops_readiness"] = "mlops_readiness"
    facts: MlopsReadinessFacts | None
