"""Facts of every shape, put together from small pools of values."""

from typing import Any, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.declaration import Declaration, Waiver
from mlops_platform.core.evidence import Detection, Evidence, Sighting
from mlops_platform.core.leaks.defect import DefectKind
from mlops_platform.core.registry import rules_of
from mlops_platform.core.sections.dataset_health import SchemaCheck, SplitPair
from mlops_platform.core.sections.deployment_readiness import ServingApplication
from mlops_platform.core.sections.evaluation_assessment import HeldOutFile, LearnedTable
from mlops_platform.core.sections.monitoring_health import DriftObservation
from mlops_platform.core.sections.project_profile import (
    CodeSummary,
    ContainerFile,
    DatasetFile,
    Dependency,
    DependencyState,
    Documentation,
    EntryPoint,
    ImportedModule,
    NotebookSummary,
    Place,
    ProjectKind,
    Workflow,
)
from mlops_platform.core.sections.retraining_recommendation import Action, Plan, Trigger
from mlops_platform.core.sections.training_assessment import (
    Defect,
    LearningProgram,
    LearningTool,
    ToolRole,
)
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform_tests.core.rules.cases import (
    EVALUATE,
    TRAIN,
    aimed,
    column,
    declared,
    defect,
    differing,
    does,
    file,
    held_out_file,
    learned_table,
    moved,
    observed,
    parted,
    program,
    pulled,
    related,
    route,
    schema,
    seen,
    server,
    tabled,
    tool,
    used,
    workflow,
)

SPECIFIERS = ("", "==1.0", "==1.x", "==1.0.*", ">=1", "^1.2", "=1.1", "== 2", "nonsense", "~=")
POOLS: dict[Any, tuple[Any, ...]] = {
    Evidence: (
        seen("a.py", 1),
        seen("venv"),
        seen("old.py", note="Python 2 syntax"),
        Evidence(column="age"),
    ),
    Detection: (used("ruff"), used("mlflow"), used("dvc"), declared("black"), used("flask")),
    Place: (does("joblib.dump"), does("torchvision.datasets.MNIST"), does("kubernetes", "k.yaml")),
    EntryPoint: (TRAIN, EVALUATE, TRAIN.model_copy(update={"path": "train.ipynb"})),
    DatasetFile: (file("a.csv"), file("b.bin", 10**9), file("c.csv", is_pointer=True)),
    Dependency: tuple(
        Dependency(name="numpy", specifier=specifier, path=path, line=1)
        for specifier in SPECIFIERS
        for path in ("requirements.txt", "setup.py")
    ),
    ImportedModule: tuple(
        ImportedModule(
            module=name, distribution=name, is_declared=known, is_optional=False, evidence=seen("a")
        )
        for name in ("torch", "pandera")
        for known in (True, False)
    ),
    Workflow: (
        workflow("pytest", "make all", actions=["a/b@v1", "./local", "odd"], triggers=("push",)),
        workflow("", "&&", "docker build ."),
        workflow(system="gitlab_ci", path=".gitlab-ci.yml"),
    ),
    ContainerFile: (
        ContainerFile(path="Dockerfile"),
        ContainerFile(
            path="Dockerfile", base_images=(("", 1),), users=((" ", 2),), copies=(("", 3),)
        ),
        ContainerFile(path="D", base_images=(("python", 1),), command="flask run --debug"),
    ),
    NotebookSummary: tuple(
        NotebookSummary(
            path="a.ipynb", code_cells=1, runs_in_order=order, has_outputs=True, output_bytes=10**6
        )
        for order in (True, False, None)
    ),
    ServingApplication: (
        server(),
        server(route("POST /predict"), debug_mode=(seen("app.py", 3),)),
        server(framework="flask", path="Makefile"),
    ),
    DatasetProfile: (
        tabled(),
        tabled(rows=0),
        tabled(column("a", "empty"), rows=3, is_whole=False, has_header=False, target=aimed()),
        tabled(encoding=None, delimiter=None, has_header=None, target=aimed(class_shares=())),
    ),
    Trigger: (
        pulled(),
        pulled("labels", "immediate"),
        pulled(evidence=(), name="drift_is_unobserved"),
    ),
    Plan: (Plan(), Plan(dataset="all", features_to_review=("age",))),
    Action: tuple(Action),
    Urgency: tuple(Urgency),
    Strategy: tuple(Strategy),
    float: (0.0, 0.5, 1.0),
    DriftObservation: (
        observed(),
        observed(moved(level="high"), moved("y"), target="y", relation=related(0.2, "high")),
        observed(moved(measures=(), level="high"), only_in_reference=("a",), source="catalog"),
        observed(moved(is_counted=False), source="split", target="y", reference_labelled=1.0),
    ),
    Declaration: (
        Declaration(),
        Declaration(
            target="y",
            waivers=(Waiver(rule="project_profile/license_is_stated", reason="so", line=1),),
            mistakes=(seen(".mlops-platform.yaml", 1),),
        ),
    ),
    SplitPair: (parted(), parted(shared_rows=50), parted(shared_rows=None, held_out_rows=0)),
    SchemaCheck: (
        schema(),
        schema(differing()),
        schema(unread="the table was not read"),
        schema(technology="another", columns=0),
    ),
    HeldOutFile: (
        held_out_file(),
        held_out_file(rows=0),
        held_out_file(shared_rows=100, repeated_share=0.9),
        held_out_file(shared_rows=100),
    ),
    LearnedTable: (
        learned_table(),
        learned_table(0.99, 0.01),
        learned_table(0.5, 0.5, rows=0),
        learned_table(0.9, 0.1, confidence=0.3),
    ),
    LearningProgram: (
        program(),
        program("other.py", not_followed="took too long", held_out_scores=()),
        program("book.ipynb", fold_scores=(seen("book.ipynb", 3),)),
    ),
    LearningTool: tuple(
        tool(name, role, path, purpose=purpose, test_size=size)
        for role in ToolRole
        for name, path, purpose, size in (
            ("train_test_split", "train.py", "", 0.2),
            ("accuracy_score", "train.py", "classification", None),
            ("StandardScaler", "other.py", "scaling", 0),
            ("mean_squared_error", "book.ipynb", "regression", 10**9),
        )
    ),
    Defect: (
        *(defect(kind) for kind in DefectKind),
        defect("preprocessing", "scaling", "other.py"),
        defect("preprocessing", "scaling", is_confirmed=False, chain=()),
    ),
    Sighting: tuple(
        Sighting(practice=rule.name, name="step", is_sound=is_sound, evidence=seen("train.py", 3))
        for rule in rules_of("training_assessment")
        for is_sound in (True, False)
    ),
    ProjectKind: tuple(ProjectKind),
    DependencyState: tuple(DependencyState),
    str: ("", "MIT", ">=3.13"),
    bool: (True, False),
    int: (0, 1, 10**7),
    type(None): (None,),
}


def invented(model: type[BaseModel]) -> st.SearchStrategy[BaseModel]:
    """Draw instances of a facts model."""
    fields = {name: _values(field.annotation) for name, field in model.model_fields.items()}
    return st.builds(model, **fields)


def _values(annotation: Any) -> st.SearchStrategy[Any]:
    if annotation in (Documentation, CodeSummary):
        return invented(annotation)
    if annotation in POOLS:
        return st.sampled_from(POOLS[annotation])
    if get_origin(annotation) is tuple and get_args(annotation)[1:] == (...,):
        return st.lists(_values(get_args(annotation)[0]), max_size=3).map(tuple)
    if get_origin(annotation) is tuple:
        return st.tuples(*map(_values, get_args(annotation)))
    return st.one_of(*map(_values, get_args(annotation)))
