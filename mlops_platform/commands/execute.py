"""`execute`: train and evaluate a repository in the sandbox, and register its model."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.core.execution_wishes import ExecutionWishes
    from mlops_platform.core.run_plan import Planning, Purpose
    from mlops_platform.defs.execute_in_process import Executed, ExecutionOrder
    from mlops_platform.defs.run_in_process import Progress

NOT_TRAINED = 1
DAGSTER = "http://127.0.0.1:3000"


@click.command("execute")
@click.argument("repository", metavar="REPO")
@click.option("--ref", help="Branch, tag or commit of a URL's repository (default: its HEAD).")
@click.option(
    "--train", metavar="CMD", help="Command that trains (default: the best that was found)."
)
@click.option("--evaluate", metavar="CMD", help="Command that evaluates (default: the best found).")
@click.option("--network", type=click.Choice(["none", "bridge"]), help="Network while it runs.")
@click.option("--timeout", type=int, metavar="S", help="Seconds that the run may take.")
@click.option("--memory", metavar="SIZE", help="Memory that it may use, such as 4g.")
@click.option("--cpus", type=float, metavar="N", help="Processors that it may use.")
@click.option(
    "--python", metavar="3.X", help="Version of Python (default: what the repository needs)."
)
@click.option("--dry-run", is_flag=True, help="Show the plan, and run nothing.")
@click.option("--launch", is_flag=True, help="Hand the run to the running Dagster instance.")
@click.option("--server", default=DAGSTER, show_default=True, help="That instance, for --launch.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
def execute(
    repository: str,
    ref: str | None,
    format_name: str,
    dry_run: bool,
    launch: bool,
    server: str,
    **wished: str | float | None,
) -> int:
    """Train and evaluate REPO, a Git URL or a directory, in a sandbox.

    The model that it saves is registered. Ends with exit code 1 where training gave no result.
    """
    from mlops_platform.core.settings import load_settings
    from mlops_platform.terminal.locate import fetchable_key

    key = fetchable_key(repository, ref, load_settings())
    wishes = _wishes(wished)
    if dry_run:
        return _show_plan(key, ref, wishes, format_name)
    order = _order(key, ref, wishes)
    if launch:
        return _launch(order, server)
    executed = _executed(order)
    click.echo(_as_json(executed) if format_name == "json" else "\n".join(_lines(executed)))
    return 0 if executed.training.has_succeeded else NOT_TRAINED


def _wishes(wished: dict[str, str | float | None]) -> "ExecutionWishes":
    from pydantic import ValidationError

    from mlops_platform.core.execution_wishes import ExecutionWishes

    try:
        return ExecutionWishes.model_validate(wished)
    except ValidationError as error:
        first = error.errors()[0]
        said = first["msg"].removeprefix("Value error, ")
        raise click.UsageError(f"--{first['loc'][0]} cannot be used: {said}.") from None


def _order(key: str, ref: str | None, wishes: "ExecutionWishes") -> "ExecutionOrder":
    from mlops_platform.defs.execute_in_process import ExecutionOrder

    return ExecutionOrder(key, ref, wishes)


def _show_plan(key: str, ref: str | None, wishes: "ExecutionWishes", format_name: str) -> int:
    from mlops_platform.core.report.execution_text import planning_lines
    from mlops_platform.core.run_plan import Purpose

    plans = _planned(key, ref, wishes)
    if format_name == "json":
        import json

        click.echo(
            json.dumps({p: each.model_dump(mode="json") for p, each in plans.items()}, indent=2)
        )
    else:
        for purpose, planning in plans.items():
            click.echo(f"== {purpose}")
            click.echo("\n".join(planning_lines(planning)))
    return 0 if plans[Purpose.TRAIN].plan else NOT_TRAINED


def _planned(key: str, ref: str | None, wishes: "ExecutionWishes") -> "dict[Purpose, Planning]":
    from mlops_platform.core.execution_wishes import Offer, request_of
    from mlops_platform.core.run_plan import Planning, Purpose
    from mlops_platform.core.sections.project_profile import ProjectProfileFacts
    from mlops_platform.core.settings import load_settings
    from mlops_platform.wiring import wire

    ports = wire(load_settings())
    checkout = ports.checkouts.fetch(key, ref)
    entry = ports.catalog.entries().get(checkout.revision.repository)
    asked = [*([entry.execution] if entry else []), wishes]
    facts = ports.isolation.run(ProjectProfileFacts, "project_profile", checkout)
    offer = Offer(limits=ports.limits, pythons=ports.sandbox.pythons())
    return {
        purpose: ports.isolation.run(
            Planning, "run_plan", checkout, facts, request_of([purpose], offer, asked)
        )
        for purpose in (Purpose.TRAIN, Purpose.EVALUATE)
    }


def _executed(order: "ExecutionOrder") -> "Executed":
    from mlops_platform.definitions import defs
    from mlops_platform.defs.execute_in_process import execute_in_process

    return execute_in_process(defs, order, _show)


def _show(progress: "Progress") -> None:
    if sys.stderr.isatty():
        step = progress.step.replace("_", " ")
        click.echo(f"[{progress.done}/{progress.total}] {step}", err=True)


def _launch(order: "ExecutionOrder", server: str) -> int:
    from mlops_platform.defs.launch_run import launch_execution

    launched = launch_execution(order, server)
    click.echo(f"launched: {launched.link}")
    return 0


def _lines(executed: "Executed") -> list[str]:
    from mlops_platform.core.report.execution_text import execution_lines, registration_lines

    return [
        "== training",
        *execution_lines(executed.training),
        "== evaluation",
        *execution_lines(executed.evaluation),
        "== registration",
        *registration_lines(executed.registration),
    ]


def _as_json(executed: "Executed") -> str:
    from mlops_platform.core.report.canonical_json import canonical_json

    sections = {name: each.model_dump(mode="json") for name, each in executed._asdict().items()}
    return canonical_json(sections)
