"""From which folder a file is started that no document starts: where its files are found."""

import posixpath

from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import reached_files
from mlops_platform.core.sections.project_profile import EntryPoint


def best_folder(entry: EntryPoint, facts: PlanningFacts) -> str:
    """Return the root, or the file's own folder where more of the paths in its code exist."""
    own = posixpath.dirname(entry.path)
    if not own or entry.working_directory != ".":
        return entry.working_directory
    paths = facts.paths
    named = {text for file in reached_files([entry.path], facts) for text, _ in file.strings}
    relative = {text for text in named if "/" in text and not text.startswith(("/", "~"))}
    at_root = sum(_exists(text, ".", paths) for text in relative)
    beside = sum(_exists(text, own, paths) for text in relative)
    return own if beside > at_root else "."


def _exists(text: str, folder: str, paths: frozenset[str]) -> bool:
    return posixpath.normpath(posixpath.join(folder, text)) in paths
