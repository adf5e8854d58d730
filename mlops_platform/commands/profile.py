"""`profile`: what one data file holds, and what is odd about it; no cell is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.core.dataset_profile import DatasetProfile

FORMATS = ("table", "json", "markdown")


@click.command("profile")
@click.argument("dataset", type=click.Path(path_type=Path))
@click.option("--target", metavar="COLUMN", help="The column to predict (default: by its name).")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="table",
    help="How to write the profile (default: a table for the terminal).",
)
def profile(dataset: Path, target: str | None, format_name: str) -> None:
    """Describe DATASET: CSV, TSV, Parquet, JSON, JSON lines or Excel (also .gz or .zip)."""
    from mlops_platform.terminal.dataset_profile import as_markdown, as_table
    from mlops_platform.terminal.deliver import deliver

    found = _profile(dataset, target)
    if format_name == "json":
        deliver(found.model_dump_json(indent=2), None)
    else:
        deliver(as_markdown(found) if format_name == "markdown" else as_table(found), None)


def _profile(dataset: Path, target: str | None) -> "DatasetProfile":
    from mlops_platform.core.checkout import Checkout, Revision
    from mlops_platform.core.dataset_profile import DatasetAnswer, DatasetQuestion
    from mlops_platform.core.errors import BadInputError, GatheringFailedError
    from mlops_platform.core.facts.text.texts import shown
    from mlops_platform.wiring_of_tables import wire_table_reader

    file = dataset.expanduser().resolve()
    name = shown(file.name)
    if not file.is_file():
        raise BadInputError(f"{shown(str(dataset))} is no file; name one data file.")
    revision = Revision(repository=f"local/{name}", url=None, commit="0" * 40)
    checkout = Checkout(revision=revision, root=file.parent)
    question = DatasetQuestion(path=name, format=_format(name), target=target)
    try:
        answer = wire_table_reader().run(DatasetAnswer, "dataset_profile", checkout, question)
    except GatheringFailedError as error:
        raise BadInputError(f"{name} could not be read: {error.why}.") from error
    if answer.profile is None:
        raise BadInputError(f"{name} was not read: {answer.failure}.")
    return answer.profile


def _format(name: str) -> str:
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.core.facts.tables.table_format import table_format

    found = table_format(name)
    if found is None:
        raise BadInputError(
            f"{name} has no ending of a table;"
            " rename it to .csv, .tsv, .parquet, .json, .jsonl or .xlsx."
        )
    return found
