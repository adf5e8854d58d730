"""Compares recorded runs by their ids and delivers the result, for `runs` and `models`."""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from mlops_platform.core.compare_runs import compare_runs
from mlops_platform.core.comparing.comparison import Comparison
from mlops_platform.core.errors import BadInputError
from mlops_platform.core.experiment_store import ExperimentStore
from mlops_platform.core.model_version import ModelVersion
from mlops_platform.core.recorded_run import RecordedRun
from mlops_platform.terminal.deliver import check_output, deliver

FORMATS = ("table", "json", "html")


class Shown(NamedTuple):
    """How a comparison is to be shown, and by which metric it is decided ("" for all)."""

    format_name: str = "table"
    output: Path | None = None
    primary: str = ""


def show_comparison(experiments: ExperimentStore, run_ids: Sequence[str], shown: Shown) -> None:
    """Compare runs with the first of them. Raises BadInputError."""
    check_output(shown.output)
    comparison = compared(experiments, run_ids, shown.primary)
    shelf = import_module(f"mlops_platform.core.comparison_formats.{shown.format_name}")
    is_seen = shown.format_name == "table" and shown.output is None and sys.stdout.isatty()
    text = shelf.render_coloured(comparison) if is_seen else shelf.render(comparison)
    deliver(text, shown.output)


def compared(experiments: ExperimentStore, run_ids: Sequence[str], primary: str) -> Comparison:
    """Compare runs; repetitions are looked for among all runs of their repositories."""
    runs = [found_run(experiments, run_id) for run_id in run_ids]
    repositories = sorted({run.repository for run in runs})
    known = [run for repository in repositories for run in experiments.runs(repository)]
    return compare_runs(runs, known, primary)


def found_run(experiments: ExperimentStore, run_id: str) -> RecordedRun:
    """Return a run by its id or the beginning of it. Raises BadInputError where there is none."""
    run = experiments.run(run_id)
    if run is None:
        raise BadInputError(f"No run {run_id} is recorded; `mlops-platform runs list` shows all.")
    return run


def run_of(version: ModelVersion) -> str:
    """Return the run that made a version. Raises BadInputError where none is known."""
    if not version.run_id:
        raise BadInputError(
            f"Version {version.version} of {version.model} names no run, so it has no metrics to"
            " compare; compare versions that `mlops-platform execute` registered."
        )
    return version.run_id
