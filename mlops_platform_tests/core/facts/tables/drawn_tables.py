"""Draw a data file and describe it."""

from pathlib import Path

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.dataset_profile import ColumnProfile, DatasetProfile
from mlops_platform.core.facts.datasets import read_dataset
from mlops_platform.core.facts.tables.table import TableBudget
from mlops_platform.core.facts.tables.table_format import table_format
from mlops_platform.core.facts.tables.target import TargetHints, TargetName
from mlops_platform_tests.drawing import draw_checkout


def described(
    tmp_path: Path,
    content: str | bytes,
    name: str = "data.csv",
    target: str | None = None,
    budget: TableBudget | None = None,
) -> DatasetProfile:
    """Return the profile of a file that can be read."""
    read = attempt(tmp_path, content, name, target, budget)
    assert isinstance(read, DatasetProfile), read
    return read


def refused(
    tmp_path: Path, content: str | bytes, name: str = "data.csv", budget: TableBudget | None = None
) -> str:
    """Return the reason why a file is not read."""
    read = attempt(tmp_path, content, name, None, budget)
    assert isinstance(read, UnreadFile), read
    return read.reason


def attempt(
    tmp_path: Path,
    content: str | bytes,
    name: str,
    target: str | None,
    budget: TableBudget | None,
) -> DatasetProfile | UnreadFile:
    """Read a drawn file."""
    checkout = draw_checkout(tmp_path, {name: content})
    said = TargetHints(TargetName(target, "the test", 1.0)) if target else None
    read = read_dataset(checkout, name, table_format(name) or "csv", said, budget)
    return read if isinstance(read, UnreadFile) else read.profile


def column(profile: DatasetProfile, name: str) -> ColumnProfile:
    """Return the column of that name."""
    return next(each for each in profile.columns if each.name == name)


def table(header: str, rows: list[str]) -> str:
    """Return a CSV."""
    return "\n".join([header, *rows]) + "\n"
