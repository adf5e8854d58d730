"""Everything that the readers read of one checkout: what detectors and gatherers look at."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.automation import AutomationFacts, read_automation
from mlops_platform.core.facts.documented_commands import (
    DocumentedCommandsFacts,
    read_documented_commands,
    with_dockerfiles,
)
from mlops_platform.core.facts.manifests import ManifestsFacts, read_manifests
from mlops_platform.core.facts.notebooks import NotebooksFacts, joined_notebooks, notebook_parts
from mlops_platform.core.facts.repository import RepositoryFacts, read_repository
from mlops_platform.core.facts.source_code import (
    PART_FILES,
    SourceCodeFacts,
    joined_source_code,
    source_code_parts,
)
from mlops_platform.core.facts.spread import Spread, in_one_part
from mlops_platform.core.facts.tool_settings import ToolSettingsFacts, read_tool_settings


class Reading(NamedTuple):
    """One checkout, read once."""

    repository: RepositoryFacts
    manifests: ManifestsFacts
    code: SourceCodeFacts
    notebooks: NotebooksFacts
    commands: DocumentedCommandsFacts
    automation: AutomationFacts
    tool_settings: ToolSettingsFacts = ToolSettingsFacts((), ())


class _Documents(NamedTuple):
    """What is read beside code and notebooks."""

    manifests: ManifestsFacts
    commands: DocumentedCommandsFacts
    automation: AutomationFacts
    tool_settings: ToolSettingsFacts


def read_checkout(checkout: Checkout, spread: Spread = in_one_part) -> Reading:
    """Read a checkout with every reader; each opens a file at most once."""
    repository = read_repository(checkout)
    tasks: list[Callable[[], _Documents | NotebooksFacts | SourceCodeFacts]] = [
        partial(_read_documents, checkout, repository),
        *notebook_parts(checkout, repository),
        *source_code_parts(checkout, repository),
    ]
    parts = spread(tasks, len(tasks) * PART_FILES)
    (documents,) = (part for part in parts if isinstance(part, _Documents))
    return Reading(
        repository=repository,
        code=joined_source_code(part for part in parts if isinstance(part, SourceCodeFacts)),
        notebooks=joined_notebooks(part for part in parts if isinstance(part, NotebooksFacts)),
        **documents._asdict(),
    )


def _read_documents(checkout: Checkout, repository: RepositoryFacts) -> _Documents:
    commands = read_documented_commands(checkout, repository)
    placed = [(each.command, each.working_directory) for each in commands.commands]
    automation = read_automation(checkout, repository, placed)
    return _Documents(
        manifests=read_manifests(checkout, repository),
        commands=with_dockerfiles(commands, checkout, repository, automation.named_dockerfiles),
        automation=automation,
        tool_settings=read_tool_settings(checkout, repository),
    )
