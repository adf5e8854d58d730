"""The asset interpretations."""

import dagster as dg

from mlops_platform.core.sections.interpretations import Interpretations
from mlops_platform.core.sections.readiness_report import ReadinessReport
from mlops_platform.core.sections.report_changes import ReportChanges
from mlops_platform.defs.interpretations_metadata import metadata_of_traces
from mlops_platform.defs.interpreting import Interpreting
from mlops_platform.defs.partitions import REPOSITORIES


class AskingConfig(dg.Config):
    """Whether to ask the language model, where one is configured."""

    ask: bool = True


@dg.asset(
    partitions_def=REPOSITORIES,
    group_name="report",
    kinds={"openai", "json"},
    owners=["team:ml-platform"],
    io_manager_key="section_io_manager",
)
def interpretations(
    context: dg.AssetExecutionContext,
    config: AskingConfig,
    readiness_report: ReadinessReport,
    report_changes: ReportChanges,
    interpreting: dg.ResourceParam[Interpreting],
) -> Interpretations:
    """What does all this mean, in the words of a language model?"""
    said = interpreting.put_into_words(readiness_report, report_changes, ask=config.ask)
    if kept := interpreting.traced(said):
        context.add_output_metadata(metadata_of_traces(kept))
    return said.section
