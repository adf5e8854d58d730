"""Folders of pictures that the repository holds as data: one entry a data set, not one a file."""

from collections import Counter

from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.profiling.data_files import DATA_FOLDER, RESULT_FOLDER
from mlops_platform.core.sections.project_profile import DatasetFile

PICTURES = frozenset("bmp gif jpeg jpg pgm png ppm tif tiff webp".split())
FEWEST_PICTURES = 20
"""Fewer are shown, not learned from."""

MOST_FOLDERS = 50


def picture_folders(repository: RepositoryFacts) -> tuple[DatasetFile, ...]:
    """Return the data sets of pictures: what lies in a folder of data, or in one folder of it."""
    counts: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    for file in repository.files:
        place = _data_set(file.path) if file.role in {Role.SOURCE, Role.EXAMPLE} else ""
        if place:
            counts[place] += 1
            sizes[place] += file.lfs_size_bytes or file.size_bytes
    found = sorted(place for place, count in counts.items() if count >= FEWEST_PICTURES)
    return tuple(
        DatasetFile(path=place, format="pictures", rows=counts[place], size_bytes=sizes[place])
        for place in found[:MOST_FOLDERS]
    )


def _data_set(path: str) -> str:
    """Return the folder in or below `data` that a picture belongs to, "" where it is none."""
    *folders, name = path.split("/")
    if name.lower().rpartition(".")[2] not in PICTURES:
        return ""
    if any(RESULT_FOLDER.match(each) or each.startswith(".") for each in folders):
        return ""
    depth = next((n for n, each in enumerate(folders, 1) if DATA_FOLDER.match(each)), 0)
    return "/".join(folders[: depth + 1]) + "/" if depth else ""
