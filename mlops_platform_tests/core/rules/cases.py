"""Facts as literals, and what a rule is expected to say of them."""

from collections.abc import Iterable
from typing import Any

import pytest

from mlops_platform.core.dataset_profile import (
    ColumnKind,
    ColumnProfile,
    DatasetProfile,
    TargetProfile,
)
from mlops_platform.core.evidence import Answer, Detection, Evidence, Outcome
from mlops_platform.core.sections.dataset_health import (
    DatasetHealthFacts,
    SchemaCheck,
    SchemaDifference,
    SplitPair,
)
from mlops_platform.core.sections.deployment_readiness import (
    DeploymentReadinessFacts,
    Route,
    ServingApplication,
)
from mlops_platform.core.sections.evaluation_assessment import (
    EvaluationAssessmentFacts,
    HeldOutFile,
    LearnedTable,
)
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.monitoring_health import (
    DriftedFeature,
    DriftMeasure,
    DriftObservation,
    MonitoringHealthFacts,
    RelationChange,
    Source,
)
from mlops_platform.core.sections.project_profile import (
    DatasetFile,
    DependencyState,
    EntryPoint,
    Place,
    ProjectKind,
    ProjectProfileFacts,
    Workflow,
)
from mlops_platform.core.sections.retraining_recommendation import (
    RetrainingRecommendationFacts,
    Trigger,
)
from mlops_platform.core.sections.training_assessment import (
    Defect,
    LearningProgram,
    LearningTool,
    ToolRole,
    TrainingAssessmentFacts,
)

# Which fields a case states is the case's own matter: any of the model's.
Known = Any

TRAIN = EntryPoint(path="train.py", command="python train.py", confidence=0.9, because="it fits")
EVALUATE = EntryPoint(path="evaluate.py", command=None, confidence=0.9, because="it scores")


def profile(**known: Known) -> ProjectProfileFacts:
    """A machine-learning project of which only `known` was found."""
    return ProjectProfileFacts.model_validate({**_ordinary(), "because": "it trains", **known})


def mlops(**known: Known) -> MlopsReadinessFacts:
    """The same for mlops_readiness; it has training code unless the case says otherwise."""
    return MlopsReadinessFacts.model_validate(
        {**_ordinary(), "training_entry_points": (TRAIN,), **known}
    )


def deployment(**known: Known) -> DeploymentReadinessFacts:
    """The same for deployment_readiness."""
    return DeploymentReadinessFacts.model_validate({**_ordinary(), **known})


def data(*profiles: DatasetProfile, **known: Known) -> DatasetHealthFacts:
    """The same for dataset_health, with these tables."""
    given = {"is_ml_project": True, "profiles": profiles, **known}
    return DatasetHealthFacts.model_validate(given)


def watched(**known: Known) -> MonitoringHealthFacts:
    """The same for monitoring_health; a service is in operation unless the case says otherwise."""
    service = Place(name="fastapi", evidence=seen("app.py", 3))
    given = {"is_ml_project": True, "services": (service,), **known}
    return MonitoringHealthFacts.model_validate(given)


def recommended(**known: Known) -> RetrainingRecommendationFacts:
    """The same for retraining_recommendation; it was asked, and nothing pulled."""
    given = {"is_ml_project": True, "is_asked": True, "because": "nothing moved", **known}
    return RetrainingRecommendationFacts.model_validate(given)


def pulled(sign: str = "drift", urgency: str = "soon", **known: Known) -> Trigger:
    """A trigger with evidence at a column."""
    given = {"name": "psi_is_high", "because": "the PSI of `age` is high", **known}
    places = (Evidence(path="2024-06.csv", column="age"),)
    return Trigger.model_validate({"sign": sign, "urgency": urgency, "evidence": places, **given})


def observed(*features: DriftedFeature, **known: Known) -> DriftObservation:
    """Two dated tables of 1 000 rows with these columns; nothing else is known but `known`."""
    files = {"reference": "2024-05.csv", "current": "2024-06.csv"}
    given = {"source": Source.DATED_FILES, "reference_rows": 1000, "current_rows": 1000, **files}
    counts = {"features_compared": len(features), "features": features}
    return DriftObservation.model_validate({**given, **counts, **known})


def moved(name: str = "age", level: str = "none", **known: Known) -> DriftedFeature:
    """A counted column whose PSI has this level, but for `known`."""
    value = {"none": 0.01, "medium": 0.15, "high": 0.4}[level]
    psi = DriftMeasure.model_validate(
        {"test": "psi", "value": value, "noise_floor": 0.02, "level": level}
    )
    given = {"kind": "number", "is_counted": True, "reference_missing": 0, "current_missing": 0}
    return DriftedFeature.model_validate(
        {"name": name, "level": level, "measures": (psi,), **given, **known}
    )


def related(value: float = 0.0, level: str = "none", noise_floor: float = 0.02) -> RelationChange:
    """The relation of features and target, moved so far."""
    rows = {"terms": 9, "reference_rows": 1000, "current_rows": 1000}
    given = {"value": value, "level": level, "noise_floor": noise_floor, **rows}
    return RelationChange.model_validate(given)


def column(name: str = "age", kind: str = "numeric", **known: Known) -> ColumnProfile:
    """A column without a fault, but for `known`."""
    given = {"missing_cells": 0, "distinct_values": 9, **known}
    return ColumnProfile.model_validate({"name": name, "kind": ColumnKind(kind), **given})


def tabled(*columns: ColumnProfile, **known: Known) -> DatasetProfile:
    """A whole CSV of 1 000 rows without a fault, but for `known`; filled up to five columns."""
    more = [column(f"x{n}") for n in range(5 - len(columns))]
    given = {"path": "data.csv", "format": "csv", "rows": 1000, "is_whole": True}
    text = {"encoding": "utf-8", "delimiter": ",", "has_header": True}
    shape = {"columns": (*columns, *more), "column_count": len(columns) + len(more)}
    return DatasetProfile.model_validate({**given, **text, **shape, **known})


def aimed(**known: Known) -> TargetProfile:
    """A target of two even classes that is sure, but for `known`."""
    given = {"column": "label", "source": "its name", "confidence": 0.9, "conflicting_rows": 0}
    return TargetProfile.model_validate({**given, "class_shares": (0.5, 0.5), **known})


def parted(**known: Known) -> SplitPair:
    """A training and a held-out part that share nothing, but for `known`."""
    given = {"training": "train.csv", "held_out": "test.csv", "held_out_rows": 100}
    return SplitPair.model_validate({**given, "shared_rows": 0, **known})


def schema(*differences: SchemaDifference, line: int = 7, **known: Known) -> SchemaCheck:
    """A schema of `data.csv` with these differences."""
    place = Evidence(path="train.py", line=line)
    given = {"technology": "pandera", "place": place, "table": "data.csv", "columns": 3}
    return SchemaCheck.model_validate({**given, "differences": differences, **known})


def differing(name: str = "age") -> SchemaDifference:
    """A column that is not as its schema says."""
    return SchemaDifference(column=name, note="holds text, numbers are declared")


def training(**known: Known) -> TrainingAssessmentFacts:
    """The same for training_assessment, with code that trains."""
    given = {"is_ml_project": True, "training_entry_points": (TRAIN,), **known}
    return TrainingAssessmentFacts.model_validate(given)


def evaluation(**known: Known) -> EvaluationAssessmentFacts:
    """The same for evaluation_assessment."""
    given = {"is_ml_project": True, "training_entry_points": (TRAIN,), **known}
    return EvaluationAssessmentFacts.model_validate(given)


def tool(name: str, role: str, path: str = "train.py", line: int = 1, **known: Known) -> Known:
    """A library's function or class that is called in `train.py`, or a data file named there."""
    full = name if role == "data" else f"sklearn.somewhere.{name}"
    given = {"name": full, "role": ToolRole(role), **known}
    return LearningTool.model_validate({"evidence": seen(path, line), **given})


def program(path: str = "train.py", **known: Known) -> LearningProgram:
    """A program that reads, splits, fits, and scores rows that it held out."""
    deeds = ("loads", "splits", "fits", "scores", "held_out_scores")
    done = {deed: (seen(path, line),) for line, deed in enumerate(deeds, 1)}
    return LearningProgram.model_validate({"path": path, "files": (path,), **done, **known})


def defect(kind: str, subject: str = "", path: str = "train.py", **known: Known) -> Defect:
    """A confirmed defect at line 7; its rows were read in line 1 and scored in line 9."""
    chain = (seen(path, 1, "read"), seen(path, 7, "fitted"), seen(path, 9, "scored"))
    given = {"place": seen(path, 7), "is_confirmed": True, "chain": chain, **known}
    return Defect.model_validate({"kind": kind, "subject": subject, **given})


def learned_table(*class_shares: float, **known: Known) -> LearnedTable:
    """A table of 1 000 rows whose target is sure."""
    given = {"path": "data.csv", "rows": 1000, "target": "label", "confidence": 0.9, **known}
    return LearnedTable.model_validate({"class_shares": class_shares, **given})


def held_out_file(**known: Known) -> HeldOutFile:
    """A table of held-out rows of which the training part has none."""
    given = {"path": "test.csv", "training": "train.csv", "rows": 100, "shared_rows": 0, **known}
    return HeldOutFile.model_validate(given)


def of_kind(kind: str) -> dict[str, Known]:
    """The fields of a repository of another kind; "not_ml" for none of machine learning."""
    return {"kind": ProjectKind(kind), "is_ml_project": kind != "not_ml"}


def seen(path: str, line: int | None = None, note: str = "") -> Evidence:
    """A place."""
    return Evidence(path=path, line=line, note=note)


def used(name: str, path: str = "here", line: int | None = None, note: str = "") -> Detection:
    """A technology in use."""
    return Detection(name=name, is_used=True, evidence=(seen(path, line),), note=note)


def declared(name: str) -> Detection:
    """A technology that is declared and used nowhere."""
    return Detection(name=name, is_used=False, evidence=(seen("requirements.txt", 1),))


def does(name: str, path: str = "train.py", line: int = 1) -> Place:
    """A place where the code does something."""
    return Place(name=name, evidence=seen(path, line))


def file(path: str, size_bytes: int = 100, *, is_pointer: bool = False) -> DatasetFile:
    """A data file, or any file with its size."""
    return DatasetFile(path=path, format="csv", size_bytes=size_bytes, is_pointer=is_pointer)


def workflow(*commands: str, actions: Iterable[str] = (), **known: Known) -> Workflow:
    """A GitHub workflow; its commands and actions stand on lines 1, 2, …."""
    return Workflow(
        **{"system": "github_actions", "path": ".github/workflows/ci.yml", **known},
        commands=tuple((command, line) for line, command in enumerate(commands, 1)),
        actions=tuple((action, line) for line, action in enumerate(actions, 1)),
    )


def server(*routes: Route, **known: Known) -> ServingApplication:
    """A FastAPI application in `app.py`, unless the case says otherwise."""
    return ServingApplication(**{"framework": "fastapi", "path": "app.py", **known}, routes=routes)


def route(spelled: str, *, is_typed: bool = False) -> Route:
    """A route from "POST /predict", at line 1."""
    method, _, path = spelled.partition(" ")
    return Route(
        path=path,
        method=method,
        function="answer",
        has_typed_input=is_typed,
        evidence=seen("app.py", 1),
    )


def is_met(answer: Answer, *paths: str) -> None:
    """Expect that the claim holds, with evidence at these paths (`path` or `path:line`)."""
    _expect(answer, Outcome.MET)
    _expect_places(answer, paths)


def is_partly_met(answer: Answer, share: float, *words: str) -> None:
    """Expect that the claim holds for a share, and what the reason says."""
    _expect(answer, Outcome.PARTLY_MET)
    assert answer.share == pytest.approx(share)
    _expect_words(answer, words or ("",))


def is_unmet(answer: Answer, *words: str, at: Iterable[str] = ()) -> None:
    """Expect that the claim does not hold, what the reason says, and evidence at these paths."""
    _expect(answer, Outcome.UNMET)
    _expect_words(answer, words)
    _expect_places(answer, at)


def is_unknown(answer: Answer, *words: str) -> None:
    """Expect that nobody can tell, and what the reason says."""
    _expect(answer, Outcome.UNKNOWN)
    _expect_words(answer, words)


def is_not_applicable(answer: Answer, *words: str) -> None:
    """Expect that the claim is not about this repository, and what the reason says."""
    _expect(answer, Outcome.NOT_APPLICABLE)
    _expect_words(answer, words)


def _ordinary() -> dict[str, Known]:
    return {
        "is_ml_project": True,
        "kind": ProjectKind.SINGLE_PROJECT,
        "dependency_state": DependencyState.UNPINNED,
    }


def _expect(answer: Answer, outcome: Outcome) -> None:
    assert answer.outcome is outcome, answer


def _expect_words(answer: Answer, words: Iterable[str]) -> None:
    assert answer.because, answer
    for word in words:
        assert word in answer.because


def _expect_places(answer: Answer, paths: Iterable[str]) -> None:
    shown = [f"{e.path}:{e.line}" if e.line else e.path for e in answer.evidence]
    for path in paths:
        assert path in shown, shown
