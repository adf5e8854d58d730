"""Absolute paths of an author's machine whose end is a place of the repository."""

from collections.abc import Iterable, Iterator

from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.run_plan import PathMapping

SYSTEM = frozenset("bin boot box dev etc lib lib64 proc run sbin sys tmp usr var".split())
"""Folders at the root of every Linux: they are no author's."""

MOST_MAPPINGS = 5
SHORTEST_TAIL = 2
"""So many parts must agree: `input/train.csv` is known again, `train.csv` may be anything."""


def authors_paths(files: Iterable[SourceFile], facts: PlanningFacts) -> tuple[PathMapping, ...]:
    """Return which folders stand for the root of the repository, by the files that code names."""
    paths = facts.paths
    texts = sorted({text for file in files for text, _ in file.strings if text.startswith("/")})
    found = dict.fromkeys(folder for text in texts for folder in _before(text, paths))
    return tuple(PathMapping(path=folder, target=".") for folder in found)[:MOST_MAPPINGS]


def _before(text: str, paths: frozenset[str]) -> Iterator[str]:
    """Yield what stands before the longest end of a path that exists here."""
    parts = [part for part in text.split("/") if part]
    if ".." in parts or not parts or parts[0] in SYSTEM:
        return
    for cut in range(2, len(parts) - SHORTEST_TAIL + 1):
        if "/".join(parts[cut:]) in paths:
            yield "/" + "/".join(parts[:cut])
            return
