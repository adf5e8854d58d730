"""`doctor`: is everything here that the platform needs, and what to do if not?"""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mlops_platform.core.settings import Settings
    from mlops_platform.terminal.examine import Examination

PLATFORM_FAILED = 3


@click.command("doctor")
def doctor() -> int:
    """Examine this machine; exit code 3 when something necessary is missing."""
    from mlops_platform.core.settings import load_settings
    from mlops_platform.terminal.examine import Health

    examinations = _examinations(load_settings())
    width = max(len(each.need) for each in examinations)
    for each in examinations:
        click.echo(f"{each.health:<4}  {each.need:<{width}}  {each.says}")
    return PLATFORM_FAILED if any(each.health is Health.FAIL for each in examinations) else 0


def _examinations(settings: "Settings") -> "list[Examination]":
    from mlops_platform.core.git_hosts import read_git_hosts
    from mlops_platform.terminal import examine
    from mlops_platform.wiring import wire

    hosts = read_git_hosts(settings.git_mirrors, settings.allowed_hosts)
    return [
        examine.examine_python(),
        examine.examine_git(),
        examine.examine_home(settings.home),
        examine.examine_disk(settings.home),
        _dagster(),
        _catalog(settings),
        examine.examine_certificates(settings.ca_bundle),
        *(
            examine.examine_mirror(host, base, settings.ca_bundle)
            for host, base in sorted(hosts.mirrors.items())
        ),
        examine.examine_docker(),
        *examine.examine_sandbox(wire(settings).sandbox),
    ]


def _dagster() -> "Examination":
    from mlops_platform.defs.known_repositories import known_repositories
    from mlops_platform.terminal.examine import Examination, Health

    try:
        count = len(known_repositories())
    except Exception as error:  # noqa: BLE001 (Dagster and SQLite raise many kinds; all mean: broken)
        says = f"its instance cannot be opened ({error}); move its folder in the home away"
        return Examination("Dagster", Health.FAIL, says)
    noun = "repository" if count == 1 else "repositories"
    return Examination("Dagster", Health.OK, f"{count} {noun} known")


def _catalog(settings: "Settings") -> "Examination":
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.terminal.examine import Examination, Health
    from mlops_platform.wiring import wire

    path = settings.home / settings.catalog
    try:
        count = len(wire(settings).catalog.entries())
    except BadInputError as error:
        return Examination("Catalog", Health.FAIL, str(error))
    return Examination("Catalog", Health.OK, f"{count} in {path}" if path.exists() else "none")
