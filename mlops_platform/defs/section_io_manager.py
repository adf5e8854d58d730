"""Keeps what assets return in the section store, and shows it in Dagster's UI."""

import dagster as dg
from pydantic import ValidationError

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.ports import Sections
from mlops_platform.core.report.canonical_json import canonical_json
from mlops_platform.defs.section_metadata import metadata_of

ALL_REPOSITORIES = "all"
"""Where an asset without partitions keeps its only section."""


class MissingSectionError(PlatformError):
    """A section that another asset needs was never stored."""


class UnreadableSectionError(PlatformError):
    """A stored section that does not fit its type."""


class SectionIOManager(dg.IOManager):
    """Stores sections as JSON through the port `Sections`."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections

    def handle_output(self, context: dg.OutputContext, section: Frozen) -> None:
        """Store a section under its asset and repository."""
        text = canonical_json(section.model_dump(mode="json"))
        self._sections.write(context.asset_key.to_user_string(), _repository(context), text)
        context.add_output_metadata(metadata_of(section))

    def load_input(self, context: dg.InputContext) -> Frozen:
        """Read a section as the type that the parameter is annotated with."""
        asset, repository = context.asset_key.to_user_string(), _repository(context)
        text = self._sections.read(asset, repository)
        if text is None:
            raise MissingSectionError(
                f"{repository} has no stored {asset}; materialize {asset} for it first."
            )
        section: type[Frozen] = context.dagster_type.typing_type
        try:
            return section.model_validate_json(text)
        except ValidationError as error:
            raise UnreadableSectionError(
                f"The stored {asset} of {repository} is not of this version of the platform;"
                f" materialize {asset} for it again."
            ) from error


def _repository(context: dg.OutputContext | dg.InputContext) -> str:
    return context.asset_partition_key if context.has_asset_partitions else ALL_REPOSITORIES
