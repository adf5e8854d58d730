"""What training_assessment stores: what the project's code does when it trains and scores."""

from enum import StrEnum
from typing import Literal

from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.evidence import Evidence, Frozen, Sighting
from mlops_platform.core.sections.project_profile import (
    EntryPoint,
    Place,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform.core.sections.section import AssessedSection


class ToolRole(StrEnum):
    """What a function or class is there for when models are trained and scored.

    `DATA` is a data file, by its name without folders, or a collection that a library ships.
    """

    DATA = "data"
    SPLIT = "split"
    FOLDS = "folds"
    SEARCH = "search"
    PREPARATION = "preparation"
    PIPELINE = "pipeline"
    MODEL = "model"
    BASELINE = "baseline"
    METRIC = "metric"
    UNCERTAINTY = "uncertainty"
    PROBABILITY = "probability"


class LearningTool(Frozen):
    """One way in which a program calls a library's function or class; where it does so first.

    `purpose` says what a preparation is for, or what task a model or metric is for; "" where that
    is not known. `keywords` are the names of keyword arguments; `test_size` is what a split puts
    aside, as a share or a count, None where it is not written as a number. `scope` is the dotted
    name of the function around it.
    """

    name: str
    role: ToolRole
    purpose: str = ""
    evidence: Evidence
    keywords: tuple[str, ...] = ()
    test_size: float | None = None
    scope: str = ""


class LearningProgram(Frozen):
    """What one program does with its rows, in the order of the log; a few places of each deed.

    `held_out_scores` are of rows that the model surely was not fitted to, `training_scores` of rows
    that it surely was; `scores` are all. `files` are its own and those that it imports.
    `sound_choices` are those choices after which rows are scored that they did not look at.
    `not_followed` says why the log may be incomplete.
    """

    path: str
    files: tuple[str, ...] = ()
    not_followed: str = ""
    loads: tuple[Evidence, ...] = ()
    splits: tuple[Evidence, ...] = ()
    fits: tuple[Evidence, ...] = ()
    scores: tuple[Evidence, ...] = ()
    held_out_scores: tuple[Evidence, ...] = ()
    training_scores: tuple[Evidence, ...] = ()
    fold_scores: tuple[Evidence, ...] = ()
    choices: tuple[Evidence, ...] = ()
    sound_choices: tuple[Evidence, ...] = ()


class Defect(Frozen):
    """A way in which the code fools its author. `place` is the statement to change.

    `kind` and `subject` are the words of `core/leaks`. `chain` are the lines that prove it, each
    with what happens there. What is not confirmed is for a person to look at, and never counts.
    """

    kind: str
    subject: str
    place: Evidence
    is_confirmed: bool
    chain: tuple[Evidence, ...] = ()


class TrainingAssessmentFacts(Frozen):
    """What was read of the code that trains. Nothing is read of a library, or without learning.

    `measures` are places that measure a model by its loss or by counting, learning nothing there.
    """

    is_ml_project: bool
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    training_entry_points: tuple[EntryPoint, ...] = ()
    evaluation_entry_points: tuple[EntryPoint, ...] = ()
    saved_models: tuple[Place, ...] = ()
    programs: tuple[LearningProgram, ...] = ()
    tools: tuple[LearningTool, ...] = ()
    defects: tuple[Defect, ...] = ()
    unread: tuple[Evidence, ...] = ()
    training_files: tuple[str, ...] = ()
    sightings: tuple[Sighting, ...] = ()
    measures: tuple[Evidence, ...] = ()

    @classmethod
    def shared(cls, profile: ProjectProfileFacts) -> dict[str, object]:
        """Return the fields that the profile has too, with its values."""
        own = cls.model_fields.keys() - {"unread"}
        names = own & ProjectProfileFacts.model_fields.keys()
        return {name: getattr(profile, name) for name in sorted(names)}


class TrainingAssessment(AssessedSection):
    """Would training be reproducible and sound?"""

    asset: Literal["training_assessment"] = "training_assessment"
    facts: TrainingAssessmentFacts | None

    def gathered_facts(self) -> TrainingAssessmentFacts:
        """Return the facts. Raises GatheringFailedError, with the reason, where there are none."""
        if self.facts is None:
            raise GatheringFailedError(self.failure)
        return self.facts
