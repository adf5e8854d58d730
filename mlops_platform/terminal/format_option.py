"""The two options of every command that shows a report. Imports no format: `--help` is quick."""

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
