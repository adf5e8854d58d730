"""What evaluation_assessment stores: what its rules judge of the code and of the data."""

from typing import Literal

from mlops_platform.core.evidence import Evidence, Frozen
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.project_profile import EntryPoint, ProjectKind
from mlops_platform.core.sections.section import AssessedSection
from mlops_platform.core.sections.training_assessment import (
    Defect,
    LearningProgram,
    LearningTool,
    TrainingAssessmentFacts,
)


class LearnedTable(Frozen):
    """A table with a target: its rows, and the shares of the classes, largest first.

    `confidence` (0–1) says how sure the target is.
    """

    path: str
    rows: int
    target: str
    confidence: float
    class_shares: tuple[float, ...] = ()


class HeldOutFile(Frozen):
    """A table that is, by its name, the held-out part of another: how many of its rows are there.

    `repeated_share` is the share of rows that the training part repeats within itself.
    """

    path: str
    training: str
    rows: int
    shared_rows: int
    repeated_share: float = 0.0


class EvaluationAssessmentFacts(Frozen):
    """The part of training_assessment and dataset_health that this section is judged on."""

    is_ml_project: bool
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    training_entry_points: tuple[EntryPoint, ...] = ()
    evaluation_entry_points: tuple[EntryPoint, ...] = ()
    programs: tuple[LearningProgram, ...] = ()
    tools: tuple[LearningTool, ...] = ()
    defects: tuple[Defect, ...] = ()
    measures: tuple[Evidence, ...] = ()
    unread: tuple[Evidence, ...] = ()
    tables: tuple[LearnedTable, ...] = ()
    held_out_files: tuple[HeldOutFile, ...] = ()

    @classmethod
    def of(
        cls, training: TrainingAssessmentFacts, data: DatasetHealthFacts | None
    ) -> "EvaluationAssessmentFacts":
        """Take what both have stored; without `data`, claims about it are not judged."""
        own = cls.model_fields.keys() & TrainingAssessmentFacts.model_fields.keys()
        read = {name: getattr(training, name) for name in sorted(own)}
        if data is not None:
            read |= {"tables": _tables(data), "held_out_files": _held_out_files(data)}
        return cls.model_validate(read)


class EvaluationAssessment(AssessedSection):
    """Does the evaluation prove anything?"""

    asset: Literal["evaluation_assessment"] = "evaluation_assessment"
    facts: EvaluationAssessmentFacts | None


def _tables(data: DatasetHealthFacts) -> tuple[LearnedTable, ...]:
    return tuple(
        LearnedTable(
            path=each.path,
            rows=each.rows,
            target=each.target.column,
            confidence=each.target.confidence,
            class_shares=each.target.class_shares,
        )
        for each in data.profiles
        if each.target is not None
    )


def _held_out_files(data: DatasetHealthFacts) -> tuple[HeldOutFile, ...]:
    repeated = {each.path: each.duplicate_rows / max(1, each.rows) for each in data.profiles}
    return tuple(
        HeldOutFile(
            path=each.held_out,
            training=each.training,
            rows=each.held_out_rows,
            shared_rows=each.shared_rows,
            repeated_share=repeated.get(each.training, 0.0),
        )
        for each in data.split_pairs
        if each.shared_rows is not None
    )
