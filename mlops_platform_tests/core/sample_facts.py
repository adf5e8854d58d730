"""What was read of a middling project and of a web project, as literals."""

from mlops_platform.core.dataset_profile import (
    ColumnKind,
    ColumnProfile,
    DatasetProfile,
    TargetProfile,
)
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.sections.deployment_readiness import Route, ServingApplication
from mlops_platform.core.sections.monitoring_health import (
    DriftedFeature,
    DriftMeasure,
    DriftObservation,
    RelationChange,
    Source,
)
from mlops_platform.core.sections.project_profile import (
    CodeSummary,
    DatasetFile,
    DependencyState,
    Documentation,
    EntryPoint,
    NotebookSummary,
    Place,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform.core.sections.training_assessment import (
    Defect,
    LearningProgram,
    LearningTool,
    ToolRole,
)

PROFILE_FACTS = ProjectProfileFacts(
    is_ml_project=True,
    kind=ProjectKind.SINGLE_PROJECT,
    because="src/train.py trains a model",
    summary="Predicts which customers leave, from a table of their contracts.",
    frameworks=(
        Detection(
            name="scikit-learn", is_used=True, evidence=(Evidence(path="src/train.py", line=4),)
        ),
        Detection(name="xgboost", is_used=True, evidence=(Evidence(path="src/train.py", line=6),)),
    ),
    declared_only=(
        Detection(
            name="tensorflow",
            is_used=False,
            evidence=(Evidence(path="requirements.txt", line=9),),
            note="declared, but nothing imports it",
        ),
    ),
    training_entry_points=(
        EntryPoint(
            path="src/train.py",
            command="python -m src.train --data data/churn.csv --epochs 20",
            confidence=0.94,
            because="it fits a model, and the README gives this command",
            evidence=(Evidence(path="README.md", line=31),),
        ),
        EntryPoint(
            path="notebooks/explore.ipynb",
            command=None,
            confidence=0.35,
            because="a cell fits a model",
            evidence=(Evidence(path="notebooks/explore.ipynb", cell=7),),
        ),
    ),
    evaluation_entry_points=(
        EntryPoint(
            path="src/evaluate.py",
            command="python -m src.evaluate --model models/churn.joblib",
            confidence=0.88,
            because="it loads a model and computes metrics",
            evidence=(Evidence(path="src/evaluate.py", line=12),),
        ),
    ),
    datasets=(
        DatasetFile(
            path="data/churn.csv",
            format="csv",
            rows=7043,
            columns=21,
            target="Churn",
            size_bytes=977501,
        ),
    ),
    dependency_state=DependencyState.RANGED,
    manifests=(
        Detection(
            name="requirements_txt",
            is_used=True,
            evidence=(Evidence(path="requirements.txt", line=1),),
        ),
    ),
    python_requires=">=3.10",
    python_requires_evidence=Evidence(path="pyproject.toml", line=7),
    ci=(
        Detection(
            name="github_actions",
            is_used=True,
            evidence=(Evidence(path=".github/workflows/ci.yml", line=1),),
        ),
    ),
    containers=(
        Detection(name="docker", is_used=True, evidence=(Evidence(path="Dockerfile", line=1),)),
    ),
    tests=(
        Detection(
            name="pytest", is_used=True, evidence=(Evidence(path="tests/test_features.py", line=3),)
        ),
    ),
    trackers=(
        Detection(name="mlflow", is_used=True, evidence=(Evidence(path="src/train.py", line=41),)),
    ),
    serving=(
        Detection(name="fastapi", is_used=True, evidence=(Evidence(path="app/main.py", line=9),)),
    ),
    license="MIT",
    license_evidence=Evidence(path="LICENSE", line=1),
    documentation=Documentation(readme=Evidence(path="README.md", line=1), readme_words=412),
    code=CodeSummary(python_files=18, python_lines=1463, notebooks=1, test_files=3),
    notebooks=(
        NotebookSummary(
            path="notebooks/explore.ipynb", code_cells=24, runs_in_order=False, has_outputs=True
        ),
    ),
    file_count=64,
    size_bytes=2_410_233,
)


WEBSITE_FACTS = ProjectProfileFacts(
    is_ml_project=False,
    kind=ProjectKind.NOT_ML,
    because="no code of its own imports a machine-learning framework, trains or loads a model",
    dependency_state=DependencyState.LOCKED,
    license="Apache-2.0",
    code=CodeSummary(python_files=36, python_lines=5_120, test_files=14),
)

PROFILES = (
    DatasetProfile(
        path="data/churn.csv",
        format="csv",
        rows=7043,
        is_whole=True,
        columns=(
            ColumnProfile(
                name="tenure", kind=ColumnKind.INTEGER, missing_cells=11, distinct_values=73
            ),
            ColumnProfile(
                name="Churn", kind=ColumnKind.BOOLEAN, missing_cells=0, distinct_values=2
            ),
        ),
        column_count=21,
        encoding="utf-8",
        delimiter=",",
        has_header=True,
        target=TargetProfile(
            column="Churn", source="its name", confidence=0.7, class_shares=(0.73463, 0.26537)
        ),
    ),
)

PROGRAMS = (
    LearningProgram(
        path="src/train.py",
        files=("src/train.py",),
        loads=(Evidence(path="src/train.py", line=31, note="pandas.read_csv"),),
        splits=(Evidence(path="src/train.py", line=44),),
        fits=(Evidence(path="src/train.py", line=58, note="xgboost.XGBClassifier"),),
        scores=(Evidence(path="src/train.py", line=63),),
        held_out_scores=(Evidence(path="src/train.py", line=63),),
    ),
)

TOOLS = (
    LearningTool(
        name="sklearn.model_selection.train_test_split",
        role=ToolRole.SPLIT,
        evidence=Evidence(path="src/train.py", line=44),
        keywords=("test_size", "random_state"),
        test_size=0.2,
    ),
)

DEFECTS = (
    Defect(
        kind="preprocessing",
        subject="scaling",
        place=Evidence(path="src/train.py", line=40),
        is_confirmed=True,
        chain=(
            Evidence(path="src/train.py", line=31, note="the rows are read (pandas.read_csv)"),
            Evidence(path="src/train.py", line=40, note="fitted (StandardScaler)"),
            Evidence(path="src/train.py", line=44, note="the rows are split"),
            Evidence(path="src/train.py", line=63, note="scored"),
        ),
    ),
)

APPLICATION = ServingApplication(
    framework="fastapi",
    path="app/main.py",
    routes=(
        Route(
            path="/predict",
            method="POST",
            function="predict",
            has_typed_input=False,
            evidence=Evidence(path="app/main.py", line=27),
        ),
    ),
)

SERVICES = (Place(name="fastapi", evidence=Evidence(path="app/main.py", line=9)),)

DRIFT = DriftObservation(
    source=Source.DATED_FILES,
    reference="data/calls-2024-05.csv",
    current="data/calls-2024-06.csv",
    reference_rows=2000,
    current_rows=2100,
    target="Churn",
    overall_drift_score=0.75,
    health="at_risk",
    classification="feature_drift",
    because="1 of 3 features drifted",
    features_compared=3,
    features_drifted=1,
    features=(
        DriftedFeature(
            name="tenure",
            kind="number",
            level="high",
            is_counted=True,
            reference_missing=0,
            current_missing=4,
            measures=(
                DriftMeasure(test="psi", value=0.41, noise_floor=0.02, level="high"),
                DriftMeasure(
                    test="kolmogorov_smirnov", value=0.28, noise_floor=0.06, level="medium"
                ),
                DriftMeasure(test="missingness", value=0.0019, noise_floor=0.004),
            ),
        ),
        DriftedFeature(
            name="Churn",
            kind="boolean",
            level="none",
            is_counted=True,
            reference_missing=0,
            current_missing=0,
            measures=(DriftMeasure(test="psi", value=0.001, noise_floor=0.004),),
        ),
        DriftedFeature(
            name="called_at",
            kind="datetime",
            level="high",
            is_counted=False,
            reference_missing=0,
            current_missing=0,
            notes=("not counted: time moves on by itself",),
        ),
    ),
    reference_labelled=1.0,
    current_labelled=0.98,
    relation=RelationChange(
        value=0.004,
        noise_floor=0.012,
        level="none",
        terms=9,
        reference_rows=2000,
        current_rows=2058,
    ),
)
