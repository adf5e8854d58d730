"""Turns facts into what an answer shows: evidence, and short lists of names."""

from collections.abc import Collection, Iterable, Sequence

from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.sections.project_profile import DatasetFile, EntryPoint, Place

MOST_NAMES = 5
"""Names listed in one sentence; the rest is counted."""


def in_use(detections: Iterable[Detection], names: Collection[str] = ()) -> list[Detection]:
    """Return the technologies that are used, not only declared; all names when none are given."""
    return [d for d in detections if d.is_used and (not names or d.name in names)]


def cite_detections(detections: Iterable[Detection]) -> list[Evidence]:
    """Return where technologies were seen."""
    return [evidence for detection in detections for evidence in detection.evidence]


def cite_places(places: Iterable[Place]) -> list[Evidence]:
    """Return where the code does something."""
    return [place.evidence for place in places]


def cite_files(files: Iterable[DatasetFile]) -> list[Evidence]:
    """Return files with their sizes."""
    return [Evidence(path=f.path, note=shown_size(f.size_bytes)) for f in files]


def cite_entry_points(points: Iterable[EntryPoint]) -> list[Evidence]:
    """Return entry points: their own evidence, else their file."""
    return [e for p in points for e in (p.evidence or (Evidence(path=p.path, note=p.because),))]


def listed(names: Iterable[str]) -> str:
    """Join distinct names, in their order, into "a, b and c" or "a, b, c, d, e and 4 more"."""
    unique = list(dict.fromkeys(names))
    shown: Sequence[str] = unique[:MOST_NAMES]
    left = len(unique) - len(shown)
    if left:
        return f"{', '.join(shown)} and {left} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def counted(number: int, noun: str) -> str:
    """Return "1 file" or "3 files"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shown_size(size_bytes: int) -> str:
    """Return a size as people read it, in powers of 1024."""
    size = float(size_bytes)
    for unit in ("B", "KiB", "MiB"):
        if size < 1024:  # noqa: PLR2004 - the definition of the units
            return f"{size:.0f} {unit}"
        size /= 1024
    return f"{size:.1f} GiB"
