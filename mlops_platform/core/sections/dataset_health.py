"""What dataset_health stores: is the data fit to learn from."""

from typing import Literal

from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Evidence, Frozen
from mlops_platform.core.sections.project_profile import (
    DatasetFile,
    Place,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform.core.sections.section import AssessedSection


class SplitPair(Frozen):
    """Two tables that are, by their names, the training and the held-out part of one data set.

    `shared_rows` of `held_out_rows` are also in the training part; None where their columns differ.
    `missing_columns` are in the training part only, without the target.
    """

    training: str
    held_out: str
    held_out_rows: int
    shared_rows: int | None
    missing_columns: tuple[str, ...] = ()


class SchemaDifference(Frozen):
    """A column that is not as its schema says; `note` says how, without a value of a cell."""

    column: str
    note: str


class SchemaCheck(Frozen):
    """A schema that the repository declares for one of its tables, held against that table.

    `columns` of it were compared; `unread` says why none was.
    """

    technology: str
    place: Evidence
    table: str
    columns: int = 0
    differences: tuple[SchemaDifference, ...] = ()
    unread: str = ""


class DatasetHealthFacts(Frozen):
    """Profiles of the repository's own tables. `unread` are tables that are there but unreadable.

    `passed_over` are tables that this version or its budget leaves out; `absent` are pointers.
    """

    is_ml_project: bool
    kind: ProjectKind = ProjectKind.SINGLE_PROJECT
    datasets: tuple[DatasetFile, ...] = ()
    external_data: tuple[Place, ...] = ()
    profiles: tuple[DatasetProfile, ...] = ()
    unread: tuple[Evidence, ...] = ()
    passed_over: tuple[Evidence, ...] = ()
    absent: tuple[Evidence, ...] = ()
    split_pairs: tuple[SplitPair, ...] = ()
    schemas: tuple[SchemaCheck, ...] = ()

    @classmethod
    def shared(cls, profile: ProjectProfileFacts) -> dict[str, object]:
        """Return the fields that the profile has too, with its values."""
        names = cls.model_fields.keys() & ProjectProfileFacts.model_fields.keys()
        return {name: getattr(profile, name) for name in sorted(names)}


class DatasetHealth(AssessedSection):
    """Is the data fit to learn from?"""

    asset: Literal["dataset_health"] = "dataset_health"
    facts: DatasetHealthFacts | None
