"""What is laid into the volume of a run before its first command.

Sources, folders and links; and a home and a place for temporary files, which can be looked at
afterwards.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from mlops_platform.adapters.docker.install_files import CERTIFICATES
from mlops_platform.adapters.docker.path_links import working_directory_links
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker.sources_archive import (
    END,
    SourcesArchive,
    file_entry,
    folder_entry,
)
from mlops_platform.core.run_plan import RunPlan


def workspace_archive(
    sources: SourcesArchive, plan: RunPlan, settings: SandboxSettings
) -> Iterator[bytes]:
    """Yield the whole archive; `sources` knows afterwards what was in it."""
    yield folder_entry("home")
    yield folder_entry("tmp")
    if settings.ca_bundle is not None and plan.limits.network != "none":
        yield file_entry(CERTIFICATES, settings.certificates())
    yield from sources.stream()
    for folder in _missing_folders(sources, plan):
        yield folder_entry(f"src/{folder}")
    yield from working_directory_links(plan)
    yield END


def _missing_folders(sources: SourcesArchive, plan: RunPlan) -> list[str]:
    """Return the folders to be made, outermost first; a path that climbs is none of ours."""
    wanted: set[str] = set()
    for name in (*plan.folders, *(step.working_directory for step in plan.steps)):
        path = PurePosixPath(name)
        if not path.is_absolute() and ".." not in path.parts:
            wanted |= {str(each) for each in (path, *path.parents)}
    return sorted(wanted - sources.folders - set(sources.files) - sources.links)
