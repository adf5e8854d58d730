"""`analyze`: read a repository, judge it, store its sections, and show or write the report."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mlops_platform.terminal.format_option import FORMAT_OPTION, OUTPUT_OPTION

if TYPE_CHECKING:
    from mlops_platform.core.sections.readiness_report import ReadinessReport
    from mlops_platform.defs.analyze_in_process import Analysis
    from mlops_platform.defs.run_in_process import Progress
    from mlops_platform.wiring import Ports

BELOW_BOUND = 1


@click.command("analyze")
@click.argument("repository", metavar="REPO")
@click.option("--ref", help="Branch, tag or commit of a URL's repository (default: its HEAD).")
@FORMAT_OPTION
@OUTPUT_OPTION
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 10),
    metavar="N",
    help="End with exit code 1 when the readiness score is below N (0–10).",
)
@click.option("--no-llm", is_flag=True, help="Ask no language model, even where one is configured.")
def analyze(
    repository: str,
    ref: str | None,
    format_name: str,
    output: Path | None,
    fail_under: float | None,
    no_llm: bool,
) -> int:
    """Analyze REPO, a Git URL or a directory, and report on it."""
    from mlops_platform.core.render import render
    from mlops_platform.terminal.deliver import check_output, deliver

    check_output(output)
    report = _report(_analysis(repository, ref)._replace(asks=not no_llm))
    deliver(render(report, format_name), output)
    return _gate(report, fail_under)


def _analysis(repository: str, ref: str | None) -> "Analysis":
    from mlops_platform.core.settings import load_settings
    from mlops_platform.terminal.locate import fetchable_key

    settings = load_settings()
    key = fetchable_key(repository, ref, settings)

    from concurrent.futures import ThreadPoolExecutor

    from mlops_platform.wiring import wire

    # Git works and reading begins while Dagster's modules load; the run then finds both done.
    with ThreadPoolExecutor(max_workers=1) as ahead:
        begun = ahead.submit(_begin, wire(settings), key, ref)
        from mlops_platform import definitions as _definitions  # noqa: F401 (loaded for later)
        from mlops_platform.defs.analyze_in_process import Analysis

        begun.result()
    return Analysis(key, ref)


def _begin(ports: "Ports", repository: str, ref: str | None) -> None:
    from mlops_platform.core.sections.project_profile import ProjectProfileFacts

    ports.isolation.get_ready()
    checkout = ports.checkouts.fetch(repository, ref)
    ports.isolation.begin(ProjectProfileFacts, "project_profile", checkout)


def _report(analysis: "Analysis") -> "ReadinessReport":
    from mlops_platform.definitions import defs
    from mlops_platform.defs.analyze_in_process import analyze_in_process

    if not sys.stderr.isatty():
        return analyze_in_process(defs, analysis)

    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(analysis.repository, total=None)
        return analyze_in_process(defs, analysis, _showing(bar.update, task))


def _showing(update: Callable[..., None], task: int) -> "Callable[[Progress], None]":
    def show(progress: "Progress") -> None:
        step = progress.step.replace("_", " ")
        update(task, description=step, completed=progress.done, total=progress.total)

    return show


def _gate(report: "ReadinessReport", fail_under: float | None) -> int:
    if fail_under is None:
        return 0
    score = report.readiness_score
    if report.is_ml_project is False:
        click.echo("note: this is no ML project, so --fail-under does not apply.", err=True)
        return 0
    if score is None:
        click.echo("note: there is no score, so it is not at least --fail-under.", err=True)
        return BELOW_BOUND
    if score < fail_under:
        click.echo(f"note: the readiness score {score:g} is below {fail_under:g}.", err=True)
        return BELOW_BOUND
    return 0
