"""What a profile of a table says: counts and shares, never a value of a cell.

Column names are the only words of the data that appear here, clipped and escaped.
"""

from enum import StrEnum

from mlops_platform.core.evidence import Frozen


class ColumnKind(StrEnum):
    """What a column holds, as far as its values tell."""

    NUMERIC = "numeric"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    CATEGORICAL = "categorical"
    DATETIME = "datetime"
    TEXT = "text"
    IDENTIFIER = "identifier"
    CONSTANT = "constant"
    NESTED = "nested"
    EMPTY = "empty"


class PersonalData(Frozen):
    """How many cells of a column look like one sort of personal data."""

    sort: str
    cells: int


class ColumnProfile(Frozen):
    """One column. Counts are of the rows that were read.

    `odd_cells` are cells unlike the others (text among numbers); `infinite_cells` and
    `outlying_cells` (beyond three interquartile ranges from the quartiles) are of numbers only.
    `has_fractions` tells whether any number is not whole.
    `mean` and `standard_deviation` are None for what is no number, or where they overflow.
    """

    name: str
    kind: ColumnKind
    missing_cells: int
    distinct_values: int
    odd_cells: int = 0
    infinite_cells: int = 0
    outlying_cells: int = 0
    has_fractions: bool = False
    mean: float | None = None
    standard_deviation: float | None = None
    personal_data: tuple[PersonalData, ...] = ()
    is_named_personal: bool = False


class TargetLeak(Frozen):
    """A column that gives the target away. `how`: equal, one_to_one, determines or correlates."""

    column: str
    how: str


class TargetProfile(Frozen):
    """The column to predict. `class_shares` are shares of the classes, largest first, unnamed.

    `source` says where the name came from, `confidence` (0–1) how sure that is. Conflicts are rows
    whose features occur with another target too; None where the features were not compared.
    """

    column: str
    source: str
    confidence: float
    class_shares: tuple[float, ...] = ()
    missing_cells: int = 0
    conflicting_rows: int | None = None
    leaks: tuple[TargetLeak, ...] = ()


class DatasetProfile(Frozen):
    """One table. `rows` were read; `is_whole` tells whether these are all, `limit` else why not.

    `encoding`, `delimiter` and `has_header` are of text formats. `uneven_rows` have more or fewer
    cells than the header; `undecodable_rows` hold bytes that the encoding does not know.
    """

    path: str
    format: str
    rows: int
    is_whole: bool
    limit: str = ""
    columns: tuple[ColumnProfile, ...]
    column_count: int
    encoding: str | None = None
    delimiter: str | None = None
    has_header: bool | None = None
    uneven_rows: int = 0
    undecodable_rows: int = 0
    repeated_names: tuple[str, ...] = ()
    duplicate_rows: int = 0
    target: TargetProfile | None = None


class DatasetQuestion(Frozen):
    """Which file of a folder, in which format, and the column to predict if it is known."""

    path: str
    format: str
    target: str | None = None


class DatasetAnswer(Frozen):
    """The profile, or why there is none."""

    profile: DatasetProfile | None = None
    failure: str = ""
