"""Everything that the readers read of one checkout: what detectors and gatherers look at."""

from typing import NamedTuple

from mlops_platform.core.facts.automation import AutomationFacts, read_automation
from mlops_platform.core.facts.documented_commands import (
    DocumentedCommandsFacts,
    read_documented_commands,
)
from mlops_platform.core.facts.manifests import ManifestsFacts, read_manifests
from mlops_platform.core.facts.notebooks import NotebooksFacts, read_notebooks
from mlops_platform.core.facts.repository import RepositoryFacts, read_repository
from mlops_platform.core.facts.source_code import SourceCodeFacts, read_source_code
from mlops_platform.core.facts.spread import Spread, in_one_part
from mlops_platform.core.facts.tool_settings import ToolSettingsFacts, read_tool_settings
from mlops_platform.core.ports import Checkout


class Reading(NamedTuple):
    """One checkout, read once."""

    repository: RepositoryFacts
    manifests: ManifestsFacts
    code: SourceCodeFacts
    notebooks: NotebooksFacts
    commands: DocumentedCommandsFacts
    automation: AutomationFacts
    tool_settings: ToolSettingsFacts = ToolSettingsFacts((), ())


def read_checkout(checkout: Checkout, spread: Spread = in_one_part) -> Reading:
    """Read a checkout with every reader; each opens a file at most once."""
    repository = read_repository(checkout)
    return Reading(
        repository=repository,
        manifests=read_manifests(checkout, repository),
        code=read_source_code(checkout, repository, spread=spread),
        notebooks=read_notebooks(checkout, repository),
        commands=read_documented_commands(checkout, repository),
        automation=read_automation(checkout, repository),
        tool_settings=read_tool_settings(checkout, repository),
    )
