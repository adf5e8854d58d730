"""`models`: registered models, and their way from candidate to production and out of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from mlops_platform.terminal.format_option import (
    ANSWER_FORMAT_OPTION,
    COMPARISON_FORMAT_OPTION,
    OUTPUT_OPTION,
    PRIMARY_OPTION,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from mlops_platform.core.experiment_store import ExperimentStore
    from mlops_platform.core.lifecycle import Signature
    from mlops_platform.core.model_registry import ModelRegistry
    from mlops_platform.core.model_version import ModelVersion
    from mlops_platform.wiring import Ports

Command = TypeVar("Command", bound=Callable[..., object])
REFUSED = 1

ACTOR_OPTION = click.option(
    "--actor", metavar="NAME", help="Who decides (default: the user of this process)."
)
REASON_OPTION = click.option("--reason", default="", metavar="TEXT", help="Why; it is kept.")


def _version_argument(command: Command) -> Command:
    return click.argument("model")(click.argument("version")(command))


def _signed(command: Command) -> Command:
    return ACTOR_OPTION(REASON_OPTION(ANSWER_FORMAT_OPTION(command)))


@click.group("models")
def models() -> None:
    """Show registered models, and carry them through their lifecycle."""


@models.command("list")
@ANSWER_FORMAT_OPTION
def list_(format_name: str) -> None:
    """List the models, and which of their versions is in production."""
    from mlops_platform.terminal.model_tables import as_json, models_table

    registry = _registry()
    found = [(name, registry.versions(name)) for name in registry.models()]
    if format_name == "json":
        click.echo(as_json([{"model": name, "versions": of} for name, of in found]))
    elif found:
        click.echo(models_table(found))
    else:
        click.echo("No model is registered yet; `mlops-platform execute` does.", err=True)


@models.command("show")
@click.argument("model")
@click.argument("version", required=False)
@ANSWER_FORMAT_OPTION
def show(model: str, version: str | None, format_name: str) -> None:
    """Show the versions of MODEL, or one VERSION with all its evidence."""
    from mlops_platform.terminal.model_tables import as_json, version_page, versions_table

    registry = _registry()
    if version is None:
        found = registry.versions(model)
        click.echo(as_json(found) if format_name == "json" else versions_table(found))
    else:
        one = registry.version(model, _number(version))
        click.echo(as_json(one) if format_name == "json" else version_page(one))


@models.command("compare")
@click.argument("model")
@click.argument("first", metavar="VERSION_A")
@click.argument("second", metavar="VERSION_B")
@PRIMARY_OPTION
@COMPARISON_FORMAT_OPTION
@OUTPUT_OPTION
def compare(
    model: str, first: str, second: str, primary: str, format_name: str, output: "Path | None"
) -> None:
    """Compare the runs of two versions of MODEL, and say whether to promote VERSION_B."""
    from mlops_platform.terminal.run_comparison import Shown, run_of, show_comparison

    registry = _registry()
    runs = [run_of(registry.version(model, _number(version))) for version in (first, second)]
    show_comparison(_experiments(), runs, Shown(format_name, output, primary))


@models.command("history")
@click.argument("model")
@click.argument("version", required=False)
@ANSWER_FORMAT_OPTION
def history(model: str, version: str | None, format_name: str) -> None:
    """Show who asked for what, when and why, and what was answered."""
    from mlops_platform.terminal.model_tables import as_json, history_table

    lines = _registry().history(model)
    if version is not None:
        number = _number(version)
        lines = tuple(line for line in lines if line.version == number)
    click.echo(as_json(lines) if format_name == "json" else history_table(lines))


@models.command("production")
@click.argument("model")
@click.option("--at", metavar="TIME", help="As 2026-11-22, or 2026-11-22T14:30 (UTC).")
@ANSWER_FORMAT_OPTION
def production(model: str, at: str | None, format_name: str) -> None:
    """Show which version of MODEL is, or at a time was, in production."""
    from mlops_platform.terminal.model_tables import as_json, shown_time, version_page

    when = _time(at)
    found = _registry().production_at(model, when)
    if format_name == "json":
        click.echo(as_json(found))
        return
    time = "" if at is None else f" at {shown_time(when)}"
    verb = "is" if at is None else "was"
    if found is None:
        click.echo(f"No version of {model} {verb} in production{time}.")
        return
    click.echo(f"{model} version {found.version} {verb} in production{time}. Now:")
    click.echo(version_page(found))


@models.command("approve")
@_version_argument
@_signed
def approve(model: str, version: str, actor: str | None, reason: str, format_name: str) -> int:
    """Approve a candidate."""
    return _transition((model, version), "approved", _signature(actor, reason), format_name)


@models.command("reject")
@_version_argument
@_signed
def reject(model: str, version: str, actor: str | None, reason: str, format_name: str) -> int:
    """Reject a candidate, or what was approved and never promoted."""
    return _transition((model, version), "rejected", _signature(actor, reason), format_name)


@models.command("promote")
@_version_argument
@_signed
def promote(model: str, version: str, actor: str | None, reason: str, format_name: str) -> int:
    """Bring an approved version into production; the one that was there is archived."""
    return _transition((model, version), "production", _signature(actor, reason), format_name)


@models.command("archive")
@_version_argument
@_signed
def archive(model: str, version: str, actor: str | None, reason: str, format_name: str) -> int:
    """Archive a version for good; what is in production leaves it."""
    return _transition((model, version), "archived", _signature(actor, reason), format_name)


@models.command("rollback")
@click.argument("model")
@click.option("--to", metavar="VERSION", help="Default: what was in production before.")
@_signed
def rollback(model: str, to: str | None, actor: str | None, reason: str, format_name: str) -> int:
    """Bring an earlier version back, as a new version with the same evidence."""
    number = None if to is None else _number(to)
    signature = _signature(actor, reason)
    return _answered(lambda: _registry().rollback(model, signature, number), format_name)


def _transition(place: tuple[str, str], to: str, signature: "Signature", format_name: str) -> int:
    from mlops_platform.core.lifecycle import State

    model, version = place[0], _number(place[1])
    state: State = State(to)
    return _answered(lambda: _registry().transition(model, version, state, signature), format_name)


def _answered(change: "Callable[[], ModelVersion]", format_name: str) -> int:
    """Carry out a change and show what came of it; a refusal is exit code 1."""
    from mlops_platform.core.model_registry import RefusedTransitionError
    from mlops_platform.terminal.model_tables import as_json, state_sentence

    try:
        version = change()
    except RefusedTransitionError as refused:
        click.echo(f"refused: {refused}", err=True)
        return REFUSED
    click.echo(as_json(version) if format_name == "json" else state_sentence(version))
    return 0


def _registry() -> "ModelRegistry":
    return _ports().models


def _signature(actor: str | None, reason: str) -> "Signature":
    import getpass

    from mlops_platform.core.lifecycle import Signature

    return Signature(actor=actor or getpass.getuser(), reason=reason)


def _experiments() -> "ExperimentStore":
    return _ports().experiments


def _ports() -> "Ports":
    from mlops_platform.core.settings import load_settings
    from mlops_platform.wiring import wire

    return wire(load_settings())


def _number(version: str) -> int:
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.core.model_version import version_number

    number = version_number(version)
    if number is None:
        raise BadInputError(
            "A version is a number, such as 3; `mlops-platform models show MODEL` lists them."
        )
    return number


def _time(at: str | None) -> "datetime":
    from datetime import UTC, datetime

    from mlops_platform.core.errors import BadInputError

    if at is None:
        return datetime.now(UTC)
    try:
        read = datetime.fromisoformat(at)
    except ValueError:
        raise BadInputError(
            "That is no time; write it as 2026-11-22 or 2026-11-22T14:30, in UTC."
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)
