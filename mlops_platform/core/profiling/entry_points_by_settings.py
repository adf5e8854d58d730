"""Scripts named after training that start, by a name in their settings, a function that fits."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.import_roots import ImportRoots
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.confidence import TRAIN_WORDS, words_of
from mlops_platform.core.profiling.start_commands import index_commands, start_of
from mlops_platform.core.sections.project_profile import EntryPoint

CONFIDENCE = 0.3


def entry_points_by_settings(reading: Reading, fits: tuple[Evidence, ...]) -> list[EntryPoint]:
    """Return such scripts of a repository in which no call leads to where it `fits`."""
    scripts = [each for each in reading.code.files if _is_started(each)]
    roots = ImportRoots(reading.code)
    files = {each.path: each for each in scripts}
    documented = index_commands(reading.commands.commands, files, {})
    found = []
    for file in scripts:
        start = start_of(file, documented.get(file.path, ()), roots.that_resolve(file))
        place = start.documented_at
        shown = (
            (Evidence(path=place.path, line=place.line, note="gives the command"),) if place else ()
        )
        found.append(
            EntryPoint(
                path=file.path,
                command=start.command,
                working_directory=start.working_directory,
                confidence=CONFIDENCE,
                because="it is named after training; which function fits, its settings tell",
                required_arguments=start.missing,
                evidence=(*fits, *shown),
            )
        )
    return found


def _is_started(file: SourceFile) -> bool:
    is_named = not TRAIN_WORDS.isdisjoint(words_of(file.path))
    return is_named and file.main_line is not None and file.role is Role.SOURCE
