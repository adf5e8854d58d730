"""What project_profile stores: what this repository is made of."""

from enum import StrEnum
from typing import Literal

from mlops_platform.core.declaration import Declaration
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.evidence import Detection, Evidence, Frozen
from mlops_platform.core.sections.section import AssessedSection


class ProjectKind(StrEnum):
    """What sort of repository this is; the words of the report."""

    SINGLE_PROJECT = "single_project"
    LIBRARY = "library"
    INFERENCE_ONLY = "inference_only"
    NOTEBOOKS_ONLY = "notebooks_only"
    TEMPLATE = "template"
    MANY_PROJECTS = "many_projects"
    NOT_ML = "not_ml"


class DependencyState(StrEnum):
    """How firmly the dependencies are declared, firmest first."""

    LOCKED = "locked"
    PINNED = "pinned"
    RANGED = "ranged"
    UNPINNED = "unpinned"
    NONE = "none"


class EntryPoint(Frozen):
    """A way to start training or evaluation.

    `command` runs in `working_directory` (relative to the root, "." for the root itself). It is
    None where the file is the right place but nothing starts it by itself.
    `confidence` is 0–1 and orders the candidates. `are_arguments_stated` where a place of the
    repository gives the required arguments too, by values that it works out when it is run.
    """

    path: str
    command: str | None
    working_directory: str = "."
    confidence: float
    because: str
    required_arguments: tuple[str, ...] = ()
    are_arguments_stated: bool = False
    evidence: tuple[Evidence, ...] = ()


class DatasetFile(Frozen):
    """A data file, or a pointer (DVC, Git LFS) to one. Counts are None where they were not read."""

    path: str
    format: str
    rows: int | None = None
    columns: int | None = None
    target: str | None = None
    size_bytes: int
    is_pointer: bool = False


class Dependency(Frozen):
    """One declared distribution. `name` is normalised (PEP 503); `specifier` as it was written."""

    name: str
    specifier: str = ""
    is_pinned: bool = False
    group: str = ""
    path: str
    line: int | None = None


class ImportedModule(Frozen):
    """A third-party top-level module that the code imports, and where first."""

    module: str
    distribution: str | None
    is_declared: bool
    is_optional: bool
    evidence: Evidence


class Workflow(Frozen):
    """One CI pipeline file. `commands` are its shell lines, `actions` what it reuses (`uses:`)."""

    system: str
    path: str
    triggers: tuple[str, ...] = ()
    commands: tuple[tuple[str, int], ...] = ()
    actions: tuple[tuple[str, int], ...] = ()


class ContainerFile(Frozen):
    """One Dockerfile, read as text. Instructions carry the line that they stand on."""

    path: str
    base_images: tuple[tuple[str, int], ...] = ()
    users: tuple[tuple[str, int], ...] = ()
    healthcheck_line: int | None = None
    exposed_ports: tuple[str, ...] = ()
    command: str | None = None
    command_line: int | None = None
    installs: tuple[tuple[str, int], ...] = ()
    copies: tuple[tuple[str, int], ...] = ()
    secrets: tuple[Evidence, ...] = ()


class NotebookSummary(Frozen):
    """One notebook: how many code cells, and whether its outputs stem from one run in order.

    `runs_in_order` is None where no cell was executed.
    """

    path: str
    code_cells: int
    runs_in_order: bool | None
    has_outputs: bool
    output_bytes: int = 0


class Documentation(Frozen):
    """What the repository says about itself. Lines are where the README first speaks of it."""

    readme: Evidence | None = None
    readme_words: int = 0
    install: Evidence | None = None
    usage: Evidence | None = None
    data_origin: Evidence | None = None
    results: Evidence | None = None
    model_card: Evidence | None = None
    changelog: Evidence | None = None
    contributing: Evidence | None = None
    owners: Evidence | None = None
    is_paper_cited: bool = False
    is_readme_english: bool = True


class CodeSummary(Frozen):
    """Counts over the code that is the project's own (vendored files are left out)."""

    python_files: int = 0
    python_lines: int = 0
    notebooks: int = 0
    test_files: int = 0
    languages: tuple[tuple[str, int], ...] = ()
    unparsed: tuple[Evidence, ...] = ()
    typed_functions: int = 0
    functions: int = 0


READY_MADE_IMAGES = "ready-made images only"
"""Of compose files that start what others built, and nothing of the repository."""


class Place(Frozen):
    """A named thing the code does at one place (saves a model, logs a metric, reads a variable)."""

    name: str
    evidence: Evidence


class ProjectProfileFacts(Frozen):
    """Everything that was read and detected, in the words of DESIGN §10."""

    is_ml_project: bool
    kind: ProjectKind
    because: str
    summary: str = ""

    frameworks: tuple[Detection, ...] = ()
    declared_only: tuple[Detection, ...] = ()
    training_entry_points: tuple[EntryPoint, ...] = ()
    evaluation_entry_points: tuple[EntryPoint, ...] = ()
    datasets: tuple[DatasetFile, ...] = ()
    picture_folders: tuple[DatasetFile, ...] = ()
    external_data: tuple[Place, ...] = ()

    dependency_state: DependencyState
    manifests: tuple[Detection, ...] = ()
    lock_files: tuple[Detection, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    imports: tuple[ImportedModule, ...] = ()
    python_requires: str | None = None
    python_requires_evidence: Evidence | None = None

    ci: tuple[Detection, ...] = ()
    workflows: tuple[Workflow, ...] = ()
    containers: tuple[Detection, ...] = ()
    container_files: tuple[ContainerFile, ...] = ()
    tests: tuple[Detection, ...] = ()
    trackers: tuple[Detection, ...] = ()
    data_versioning: tuple[Detection, ...] = ()
    configuration: tuple[Detection, ...] = ()
    pipelines: tuple[Detection, ...] = ()
    serving: tuple[Detection, ...] = ()
    monitoring: tuple[Detection, ...] = ()
    quality_tools: tuple[Detection, ...] = ()
    license: str | None = None
    license_evidence: Evidence | None = None

    documentation: Documentation = Documentation()
    code: CodeSummary = CodeSummary()
    notebooks: tuple[NotebookSummary, ...] = ()
    saved_models: tuple[Place, ...] = ()
    loaded_models: tuple[Place, ...] = ()
    logged_metrics: tuple[Place, ...] = ()
    registered_models: tuple[Place, ...] = ()
    seeds: tuple[Place, ...] = ()

    committed_models: tuple[DatasetFile, ...] = ()
    committed_clutter: tuple[Evidence, ...] = ()
    large_files: tuple[DatasetFile, ...] = ()
    secrets: tuple[Evidence, ...] = ()
    vendored_trees: tuple[Evidence, ...] = ()
    missing_files: tuple[Evidence, ...] = ()
    unread: tuple[Evidence, ...] = ()
    file_count: int = 0
    size_bytes: int = 0
    metric_files: tuple[Place, ...] = ()
    declaration: Declaration = Declaration()
    committed_passwords: tuple[Evidence, ...] = ()
    default_passwords: tuple[Evidence, ...] = ()
    server_starts: tuple[Place, ...] = ()


class ProjectProfile(AssessedSection):
    """What is this repository made of?"""

    asset: Literal["project_profile"] = "project_profile"
    facts: ProjectProfileFacts | None

    def gathered_facts(self) -> ProjectProfileFacts:
        """Return the facts. Raises GatheringFailedError, with the reason, where there are none."""
        if self.facts is None:
            raise GatheringFailedError(self.failure)
        return self.facts
