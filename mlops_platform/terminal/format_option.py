"""Options that several commands share. Imports no format: `--help` is quick."""

import pkgutil
from pathlib import Path

import click

from mlops_platform.core import formats

FORMAT_NAMES = tuple(sorted(module.name for module in pkgutil.iter_modules(formats.__path__)))

FORMAT_OPTION = click.option(
    "--format",
    "format_name",
    type=click.Choice(FORMAT_NAMES),
    default="terminal",
    help="How to write the report (default: a summary for the terminal).",
)
OUTPUT_OPTION = click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the report to FILE, whole or not at all, instead of printing it.",
)
ANSWER_FORMAT_OPTION = click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json")),
    default="table",
    help="How to write the answer (default: a table for the terminal).",
)
COMPARISON_FORMAT_OPTION = click.option(
    "--format",
    "format_name",
    type=click.Choice(("table", "json", "html")),
    default="table",
    help="How to write the comparison (default: a table for the terminal).",
)
PRIMARY_OPTION = click.option(
    "--primary", default="", metavar="METRIC", help="The metric that decides (default: all)."
)
