"""`runs`: what was executed, what it measured, and how runs compare."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mlops_platform.terminal.format_option import (
    ANSWER_FORMAT_OPTION,
    COMPARISON_FORMAT_OPTION,
    OUTPUT_OPTION,
    PRIMARY_OPTION,
)

if TYPE_CHECKING:
    from mlops_platform.core.experiment_store import ExperimentStore

MOST_LISTED = 50


@click.group("runs")
def runs() -> None:
    """List, show and compare recorded executions."""


@runs.command("list")
@click.argument("repository", metavar="[REPO]", required=False)
@click.option("--limit", default=MOST_LISTED, show_default=True, help="The most runs to list.")
@ANSWER_FORMAT_OPTION
def list_(repository: str | None, limit: int, format_name: str) -> None:
    """List the runs of REPO, or of all repositories, newest first; send what waits."""
    from mlops_platform.terminal.recorded_runs import runs_json, runs_table, waiting_lines

    experiments = _experiments()
    experiments.send_waiting()
    if said := waiting_lines(experiments.waiting()):
        click.echo(said, err=True)
    keys = (_key(repository),) if repository else experiments.repositories()
    found = [run for key in keys for run in experiments.runs(key)]
    newest = sorted(found, key=lambda run: (str(run.ended_at), run.run_id), reverse=True)[:limit]
    if format_name == "json":
        click.echo(runs_json(newest), nl=False)
    elif newest:
        click.echo(runs_table(newest))
    else:
        click.echo("No run is recorded; `mlops-platform execute` makes one.", err=True)
    if len(found) > len(newest):
        click.echo(f"and {len(found) - len(newest)} older ones; --limit lists more", err=True)


@runs.command("show")
@click.argument("run_id", metavar="RUN")
@click.option("--metric", default="", metavar="NAME", help="Show every value of this metric.")
@ANSWER_FORMAT_OPTION
def show(run_id: str, metric: str, format_name: str) -> None:
    """Show RUN (an id, or the beginning of one): results, parameters, where it is stored."""
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.core.report.canonical_json import canonical_json
    from mlops_platform.terminal.recorded_runs import plain_run, run_page, series_table
    from mlops_platform.terminal.run_comparison import found_run

    experiments = _experiments()
    run = found_run(experiments, run_id)
    if metric and run.metric(metric) is None:
        raise BadInputError(f"The run has no metric {metric!r}; `runs show {run_id}` lists them.")
    points = experiments.series(run, metric) if metric else ()
    if format_name == "json":
        plain = plain_run(run)
        if metric:
            plain["series"] = [[point.step, point.value] for point in points]
        click.echo(canonical_json(plain), nl=False)
    else:
        click.echo(series_table(points) if metric else run_page(run))


@runs.command("compare")
@click.argument("run_ids", metavar="RUN RUN...", nargs=-1, required=True)
@PRIMARY_OPTION
@COMPARISON_FORMAT_OPTION
@OUTPUT_OPTION
def compare(run_ids: tuple[str, ...], primary: str, format_name: str, output: Path | None) -> None:
    """Compare two to five runs with the first; of two, say whether to promote the second."""
    from mlops_platform.terminal.run_comparison import Shown, show_comparison

    show_comparison(_experiments(), run_ids, Shown(format_name, output, primary))


def _key(repository: str) -> str:
    from mlops_platform.core.settings import load_settings
    from mlops_platform.terminal.locate import locate_key

    return locate_key(repository, load_settings())


def _experiments() -> "ExperimentStore":
    from mlops_platform.core.settings import load_settings
    from mlops_platform.wiring import wire

    return wire(load_settings()).experiments
