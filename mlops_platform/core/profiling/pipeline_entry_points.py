"""Pipelines that train: a DVC pipeline is started as a whole, by its own tool."""

from collections.abc import Iterable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.profiling.start_commands import started_file
from mlops_platform.core.sections.project_profile import EntryPoint


def pipeline_entry_points(reading: Reading, training: Iterable[EntryPoint]) -> list[EntryPoint]:
    """Return `dvc repro` for each dvc.yaml that has a stage which starts one of these files."""
    files = {file.path: file for file in reading.code.files}
    known = {entry.path: entry for entry in training}
    found: dict[str, EntryPoint] = {}
    for command in reading.commands.commands:
        path = started_file(command, files, {}) if command.source == "dvc" else None
        if path in known and command.path not in found:
            found[command.path] = _dvc_entry(command, known[path])
    return list(found.values())


def _dvc_entry(command: DocumentedCommand, trains: EntryPoint) -> EntryPoint:
    return EntryPoint(
        path=command.path,
        command="dvc repro",
        working_directory=command.path.rpartition("/")[0] or ".",
        confidence=min(0.95, trains.confidence + 0.02),
        because=f"its stage {command.name} starts {trains.path}, which fits a model",
        evidence=(Evidence(path=command.path, line=command.line, note=command.name),),
    )
