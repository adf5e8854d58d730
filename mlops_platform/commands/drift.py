"""`drift`: compare a current table with the one that a model learned from."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mlops_platform.terminal.format_option import OUTPUT_OPTION

if TYPE_CHECKING:
    from mlops_platform.core.drift.result import DriftResult

FORMATS = ("table", "json", "html", "markdown")
NOWHERE = Path("/dev/null/nowhere")
"""There is no repository: all that may be read are the tables."""


@click.command("drift")
@click.argument("reference", type=click.Path(path_type=Path))
@click.argument("current", type=click.Path(path_type=Path))
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
    reference: Path, current: Path, target: str | None, format_name: str, output: Path | None
) -> None:
    """Measure how far the data in CURRENT moved from REFERENCE.

    Both are CSV, TSV, JSON, JSON lines (also .gz or .zip), Excel, Parquet, or folders of Parquet.
    """
    from importlib import import_module

    from mlops_platform.terminal.deliver import check_output, deliver

    check_output(output)
    result = _measured(reference, current, target)
    shelf = import_module(f"mlops_platform.core.drift_formats.{format_name}")
    is_seen = format_name == "table" and output is None and sys.stdout.isatty()
    deliver(shelf.render_coloured(result) if is_seen else shelf.render(result), output)


def _measured(reference: Path, current: Path, target: str | None) -> "DriftResult":
    from mlops_platform.core.drift.result import Comparison, ComparisonAnswer
    from mlops_platform.core.ports import BadInputError, Checkout, GatheringFailedError, Revision
    from mlops_platform.wiring_of_tables import wire_table_reader

    folder = Path.cwd()
    asked = Comparison(folder=folder, reference=str(reference), current=str(current), target=target)
    revision = Revision(repository="local", url=None, commit="0" * 40)
    checkout = Checkout(revision=revision, root=NOWHERE)
    may_read = [folder / reference, folder / current]
    try:
        answer = wire_table_reader().run(
            ComparisonAnswer, "named_tables", checkout, asked, may_read=may_read
        )
    except GatheringFailedError as error:
        raise BadInputError(f"The tables could not be compared: {error.why}.") from error
    if answer.result is None:
        raise BadInputError(answer.failure)
    return answer.result
