"""`drift`: compare a current table with the one that a model learned from."""

import sys
from pathlib import Path

import click

from mlops_platform.terminal.format_option import OUTPUT_OPTION

FORMATS = ("table", "json", "html", "markdown")


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

    Both are CSV or TSV (also gzipped), Parquet, or folders of Parquet.
    """
    from importlib import import_module

    from mlops_platform.core.measure_drift import measure_drift
    from mlops_platform.terminal.deliver import check_output, deliver

    check_output(output)
    result = measure_drift(reference, current, target)
    shelf = import_module(f"mlops_platform.core.drift_formats.{format_name}")
    is_seen = format_name == "table" and output is None and sys.stdout.isatty()
    deliver(shelf.render_coloured(result) if is_seen else shelf.render(result), output)
