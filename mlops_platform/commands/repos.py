"""`repos`: which repositories the platform answers for."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.core.catalog_entry import CatalogEntry
    from mlops_platform.wiring import Ports


@click.group("repos")
def repos() -> None:
    """Add, list and remove repositories, or take them from the catalog."""


@repos.command("add")
@click.argument("repositories", metavar="REPO...", nargs=-1, required=True)
def add(repositories: tuple[str, ...]) -> None:
    """Add repositories by their URLs; `analyze` adds its own."""
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.core.repository_key import is_local
    from mlops_platform.defs.known_repositories import add_repositories

    keys = [_key(repository) for repository in repositories]
    if any(is_local(key) for key in keys):
        raise BadInputError("A directory is added by `mlops-platform analyze`; add URLs here.")
    declared = _ports().catalog.entries()
    new = add_repositories(keys)
    for key in keys:
        state = "added" if key in new else "was there already"
        click.echo(f"{key}  {state}{_watched(declared.get(key))}")


@repos.command("list")
def list_() -> None:
    """List repositories: the score of the report, and how their data is watched."""
    from mlops_platform.defs.known_repositories import known_repositories

    keys = known_repositories()
    ports = _ports()
    declared = ports.catalog.entries()
    width = max((len(key) for key in keys), default=0)
    for key in keys:
        click.echo(f"{key:<{width}}  {_state(ports, key)}{_watched(declared.get(key))}")
    if not keys:
        click.echo("No repository is known; add one with `mlops-platform repos add`.", err=True)


@repos.command("remove")
@click.argument("repository", metavar="REPO")
def remove(repository: str) -> None:
    """Take REPO off the list; its stored sections are kept."""
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.defs.known_repositories import known_repositories, remove_repository

    key = _key(repository)
    if key not in known_repositories():
        raise BadInputError(f"{key} is not known; `mlops-platform repos list` shows what is.")
    remove_repository(key)
    click.echo(f"{key}  removed")


@repos.command("sync")
def sync() -> None:
    """Add what the catalog declares, and name what it does not."""
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.core.settings import load_settings
    from mlops_platform.defs.known_repositories import add_repositories, known_repositories

    settings = load_settings()
    path = settings.home / settings.catalog
    if not path.is_file():
        raise BadInputError(f"There is no catalog {path}; write one or set MLOPS_PLATFORM_CATALOG.")
    declared = _ports().catalog.entries()
    for key in add_repositories(declared):
        click.echo(f"{key}  added{_watched(declared[key])}")
    for key in sorted(set(known_repositories()) - set(declared)):
        click.echo(f"{key}  is not in the catalog")
    click.echo(f"{len(declared)} in the catalog {path}", err=True)


def _key(repository: str) -> str:
    from mlops_platform.core.settings import load_settings
    from mlops_platform.terminal.locate import locate_key

    return locate_key(repository, load_settings())


def _ports() -> "Ports":
    from mlops_platform.core.settings import load_settings
    from mlops_platform.wiring import wire

    return wire(load_settings())


def _state(ports: "Ports", key: str) -> str:
    from mlops_platform.core.read_stored import read_stored
    from mlops_platform.core.report.words import shown_score
    from mlops_platform.core.sections.readiness_report import ReadinessReport

    text = ports.sections.read("readiness_report", key)
    if text is None:
        return "no report yet"
    report = read_stored(ReadinessReport, text)
    if report is None:
        return "a report of another version; analyze it again"
    return f"{shown_score(report.readiness_score)} at {report.commit[:7]}"


def _watched(entry: "CatalogEntry | None") -> str:
    """Say what the catalog wants to be compared, and when; "" where it wants nothing."""
    from mlops_platform.core.report.escaping import for_terminal

    if entry is None:
        return ""
    reference = entry.reference or "what the registered model learned from"
    data = f"compares {entry.current} with {reference}" if entry.current else ""
    times = f"drift checks at {entry.drift_schedule} UTC" if entry.drift_schedule else ""
    return "".join(f"; {for_terminal(part)}" for part in (data, times) if part)
