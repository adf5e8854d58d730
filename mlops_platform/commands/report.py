"""`report`: the stored report of a repository, in any format, without reading it again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mlops_platform.terminal.format_option import FORMAT_OPTION, OUTPUT_OPTION

if TYPE_CHECKING:
    from mlops_platform.core.sections.readiness_report import ReadinessReport


@click.command("report")
@click.argument("repository", metavar="REPO")
@FORMAT_OPTION
@OUTPUT_OPTION
def report(repository: str, format_name: str, output: Path | None) -> None:
    """Show the stored report of REPO again, or in another format."""
    from mlops_platform.core.render import render
    from mlops_platform.terminal.deliver import check_output, deliver

    check_output(output)
    deliver(render(_stored(repository), format_name), output)


def _stored(repository: str) -> "ReadinessReport":
    from mlops_platform.core.compose_report import compose_report
    from mlops_platform.core.errors import BadInputError
    from mlops_platform.core.read_stored import read_stored
    from mlops_platform.core.sections.interpretations import Interpretations
    from mlops_platform.core.sections.readiness_report import ReadinessReport
    from mlops_platform.core.sections.report_changes import ReportChanges
    from mlops_platform.core.settings import load_settings
    from mlops_platform.terminal.locate import locate_key
    from mlops_platform.wiring import wire

    settings = load_settings()
    key = locate_key(repository, settings)
    sections = wire(settings).sections
    text = sections.read("readiness_report", key)
    if text is None:
        raise BadInputError(
            f"{key} has no stored report; run `mlops-platform analyze {repository}` first."
        )
    stored = read_stored(ReadinessReport, text)
    if stored is None:
        raise BadInputError(
            f"The stored report of {key} is of another version of the platform;"
            f" run `mlops-platform analyze {repository}` again."
        )
    changes = read_stored(ReportChanges, sections.read("report_changes", key))
    said = read_stored(Interpretations, sections.read("interpretations", key))
    return compose_report(stored, changes, said)
