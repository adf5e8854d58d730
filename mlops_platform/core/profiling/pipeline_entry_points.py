"""Pipelines that train or measure: each is started as a whole, by its own tool."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.documented_commands import DocumentedCommand
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.profiling.start_commands import started_file
from mlops_platform.core.sections.project_profile import EntryPoint
from mlops_platform.core.shell_words import programs

BY_SPACY = 0.9
"""`spacy train` in a project.yml does nothing else; which workflow runs it may be a choice."""

SPACY_TRAINS = frozenset({("spacy", "train")})
SPACY_MEASURES = frozenset({("spacy", "evaluate"), ("spacy", "benchmark")})


class PipelineEntryPoints(NamedTuple):
    """The pipelines that train, and those that measure."""

    training: list[EntryPoint]
    evaluation: list[EntryPoint]


def pipeline_entry_points(reading: Reading, training: Iterable[EntryPoint]) -> PipelineEntryPoints:
    """Find `dvc repro` where a stage starts one of these files, and spaCy projects that train."""
    spacy = [each for each in reading.commands.commands if each.source == "spacy_project"]
    return PipelineEntryPoints(
        [*_dvc_entries(reading, training), *_spacy_entries(spacy, SPACY_TRAINS, "trains")],
        list(_spacy_entries(spacy, SPACY_MEASURES, "measures")),
    )


def _dvc_entries(reading: Reading, training: Iterable[EntryPoint]) -> list[EntryPoint]:
    files = {file.path: file for file in reading.code.files}
    known = {entry.path: entry for entry in training}
    found: dict[str, EntryPoint] = {}
    for command in reading.commands.commands:
        path = started_file(command, files, {}) if command.source == "dvc" else None
        if path not in known:
            continue
        entry, before = _dvc_entry(command, known[path]), found.get(command.path)
        if before is None or entry.confidence > before.confidence:
            found[command.path] = entry
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


def _spacy_entries(
    commands: Iterable[DocumentedCommand], wanted: frozenset[tuple[str, ...]], deed: str
) -> Iterator[EntryPoint]:
    """Yield the first wanted script of each project."""
    seen = set()
    for command in commands:
        if command.path in seen or not any(w[:2] in wanted for w in programs(command.command)):
            continue
        seen.add(command.path)
        yield EntryPoint(
            path=command.path,
            command=f"python -m spacy project run {command.name}",
            working_directory=command.path.rpartition("/")[0] or ".",
            confidence=BY_SPACY,
            because=f"running {command.name} of it {deed} a model with spaCy",
            evidence=(Evidence(path=command.path, line=command.line, note=command.name),),
        )
