"""The job `analyze` for one repository, inside this process."""

from typing import NamedTuple

import dagster as dg

from mlops_platform.core.compose_report import compose_report
from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges
from mlops_platform.defs.run_in_process import Watch, run_in_process


class Analysis(NamedTuple):
    """What to analyze: a repository key, at a branch, tag or commit (its HEAD if None).

    `asks` tells whether the language model is asked, where one is configured.
    """

    repository: str
    ref: str | None = None
    asks: bool = True


def analyze_in_process(
    definitions: dg.Definitions, analysis: Analysis, watch: Watch = lambda _: None
) -> ReadinessReport:
    """Run the job on the embedded instance and return the report.

    Raises what the failing step raised, a PlatformError where the cause is known.
    """
    config: dict[str, dict[str, object]] = {
        "project_profile": {"ref": analysis.ref},
        "interpretations": {"ask": analysis.asks},
    }
    result = run_in_process(definitions, "analyze", analysis.repository, config, watch)
    report: ReadinessReport = result.output_for_node("readiness_report")
    changes: ReportChanges = result.output_for_node("report_changes")
    interpretations: Interpretations = result.output_for_node("interpretations")
    return compose_report(report, changes, interpretations)
