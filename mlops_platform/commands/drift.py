"""`drift`: compare a current table with the one that a model learned from."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mlops_platform.terminal.format_option import OUTPUT_OPTION

if TYPE_CHECKING:
    from mlops_platform.core.drift.result import DriftResult
    from mlops_platform.core.remote_tables import BroughtTable

FORMATS = ("table", "json", "html", "markdown")


@click.command("drift")
@click.argument("reference")
@click.argument("current")
@click.option("--target", metavar="COLUMN", help="The column that the model predicts.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMATS),
    default="table",
    help="How to write the result (default: a table for the terminal).",
)
@OUTPUT_OPTION
def drift(
    reference: str, current: str, target: str | None, format_name: str, output: Path | None
) -> None:
    """Measure how far the data in CURRENT moved from REFERENCE.

    Both are CSV, TSV, JSON, JSON lines (also .gz or .zip), Excel, Parquet, or folders of Parquet;
    here, or where fsspec reads them (s3://, gs://, https://).
    """
    from importlib import import_module

    from mlops_platform.terminal.deliver import check_output, deliver

    check_output(output)
    result = _measured(reference, current, target)
    shelf = import_module(f"mlops_platform.core.drift_formats.{format_name}")
    is_seen = format_name == "table" and output is None and sys.stdout.isatty()
    deliver(shelf.render_coloured(result) if is_seen else shelf.render(result), output)


def _measured(reference: str, current: str, target: str | None) -> "DriftResult":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="tables-") as folder:
        tables = [
            _table(spelled, Path(folder, side))
            for side, spelled in (("reference", reference), ("current", current))
        ]
        return _compared(tables, target)


def _table(spelled: str, folder: Path) -> "BroughtTable":
    from mlops_platform.core.remote_tables import BroughtTable
    from mlops_platform.wiring_of_tables import wire_remote_tables

    if "://" not in spelled:
        return BroughtTable(path=Path.cwd() / spelled, name=str(Path(spelled)))
    folder.mkdir()
    return wire_remote_tables().bring(spelled, folder)


def _compared(tables: list["BroughtTable"], target: str | None) -> "DriftResult":
    from mlops_platform.core.errors import BadInputError, GatheringFailedError
    from mlops_platform.core.named_tables import Comparison
    from mlops_platform.wiring_of_tables import wire_named_tables

    reference, current = tables
    asked = Comparison(
        reference=reference.path,
        current=current.path,
        names=(reference.name, current.name),
        target=target,
    )
    try:
        answer = wire_named_tables().compare(asked)
    except GatheringFailedError as error:
        raise BadInputError(f"The tables could not be compared: {error.why}.") from error
    if answer.result is None:
        raise BadInputError(answer.failure)
    return answer.result
