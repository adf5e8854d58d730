"""Data files of a repository: format and size, rows and columns where counting is cheap.

What the data says is dataset_health's business; here only what is there.
"""

import csv
import re
from collections.abc import Collection

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.tables.dialect import LOOKED_AT, has_header, parsed
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.profiling.result_tables import is_result_table
from mlops_platform.core.sections.project_profile import DatasetFile

FORMATS = {
    "csv": "csv", "tsv": "tsv", "data": "data", "parquet": "parquet", "feather": "feather",
    "arrow": "arrow", "jsonl": "jsonl", "ndjson": "jsonl", "xlsx": "xlsx", "xls": "xls",
    "h5": "hdf5", "hdf5": "hdf5", "npz": "npz", "npy": "npy", "arff": "arff",
    "csv.gz": "csv.gz", "csv.zip": "csv.zip", "tsv.gz": "tsv.gz", "jsonl.gz": "jsonl.gz",
    "sqlite": "sqlite", "sqlite3": "sqlite", "tfrecord": "tfrecord", "avro": "avro", "orc": "orc",
}  # fmt: skip
"""File endings that hold tables or arrays."""

TEXT_FORMATS = {
    "json": "json", "txt": "txt", "gz": "gz", "zip": "zip", "pkl": "pickle", "dat": "dat",
    "mat": "mat",
}  # fmt: skip
"""Endings that hold data only under a folder of that name."""

NUMBERS = "numbers"
"""What a file without such an ending holds that the code reads numbers from."""

DATA_FOLDER = re.compile(r"^(data|datas|dataset|datasets|input|inputs|raw|corpus|corpora)$", re.I)
RESULT_FOLDER = re.compile(
    r"^(results?|outputs?|reports?|figures?|figs|plots|logs?|runs|artifacts?|metrics|predictions"
    r"|submissions?|models?|checkpoints?|feature_importances?)$",
    re.I,
)
DVC_SIZE = re.compile(r"^\s*(?:- )?size:\s*(\d+)\s*$", re.MULTILINE)
COUNTED_BYTES = 20 * 1024 * 1024
"""Larger tables are listed without counts; dataset_health streams them."""

WEB_FOLDERS = frozenset({"static", "public", "assets", "src", "dist", "build"})
"""Beside a `package.json`: what a page shows."""

MOST_FILES = 200


def find_data_files(
    checkout: Checkout, repository: RepositoryFacts, read: Collection[str] = ()
) -> tuple[DatasetFile, ...]:
    """List the data files and pointers to data, the first 200 by path.

    `read` are paths that the code reads numbers from, whatever they are called. What stands among
    the documentation is data only where nothing else is.
    """
    own = [each for each in repository.files if each.role in {Role.SOURCE, Role.EXAMPLE}]
    documents = [each for each in repository.files if each.role is Role.DOCS]
    shown = _folders_of_pages(repository)
    found = _found(checkout, own, shown, read)
    return found or _found(checkout, documents, shown, read)


def _found(
    checkout: Checkout, files: list[TrackedFile], shown: tuple[str, ...], read: Collection[str]
) -> tuple[DatasetFile, ...]:
    found: list[DatasetFile] = []
    for file in files:
        if len(found) == MOST_FILES:
            break
        if file.path not in read and file.path.startswith(shown):
            continue
        entry = _pointer(checkout, file) or _data_file(checkout, file, is_read=file.path in read)
        if entry:
            found.append(entry)
    return tuple(found)


def _folders_of_pages(repository: RepositoryFacts) -> tuple[str, ...]:
    """Return the folders of web applications below the top that hold what their pages show."""
    folders = (file.path.rpartition("/") for file in repository.files)
    roots = sorted({folder for folder, _, name in folders if folder and name == "package.json"})
    return tuple(f"{root}/{name}/" for root in roots for name in sorted(WEB_FOLDERS))


def _data_file(checkout: Checkout, file: TrackedFile, *, is_read: bool) -> DatasetFile | None:
    kind = data_format(file.path) or (NUMBERS if is_read else None)
    if kind is None:
        return None
    if file.lfs_size_bytes is not None:
        size = file.lfs_size_bytes
        return DatasetFile(path=file.path, format=kind, size_bytes=size, is_pointer=True)
    rows, columns, header = _shape(checkout, file, kind)
    if is_result_table(header):
        return None
    return DatasetFile(
        path=file.path, format=kind, rows=rows, columns=columns, size_bytes=file.size_bytes
    )


def data_format(path: str) -> str | None:
    """Return the data format that a path's ending and folders speak of, None for other files."""
    *folders, name = path.split("/")
    if any(RESULT_FOLDER.match(folder) or folder.startswith(".") for folder in folders):
        return None
    endings = name.lower().split(".")[1:]
    for ending in (".".join(endings[-2:]), *endings[-1:]):
        if ending in FORMATS:
            return FORMATS[ending]
    is_in_data = any(DATA_FOLDER.match(folder) for folder in folders)
    is_note = name.lower().startswith(("readme", "license", "requirements"))
    return TEXT_FORMATS.get(endings[-1]) if endings and is_in_data and not is_note else None


def _pointer(checkout: Checkout, file: TrackedFile) -> DatasetFile | None:
    path = file.path.removesuffix(".dvc")
    if path == file.path or not path.rpartition("/")[2]:
        return None
    text = read_text(checkout, file.path)
    found = None if isinstance(text, UnreadFile) else DVC_SIZE.search(text)
    return DatasetFile(
        path=path,
        format=data_format(path) or "folder or file under DVC",
        size_bytes=int(found[1][:18]) if found else 0,
        is_pointer=True,
    )


def _shape(
    checkout: Checkout, file: TrackedFile, kind: str
) -> tuple[int | None, int | None, list[str]]:
    if kind not in {"csv", "tsv"} or file.size_bytes > COUNTED_BYTES:
        return None, None, []
    text = read_text(checkout, file.path, COUNTED_BYTES)
    if isinstance(text, UnreadFile) or not text.strip():
        return None, None, []
    lines = text.splitlines()
    delimiter = "\t" if kind == "tsv" else max(",;\t|", key=lines[0].count)
    try:
        header = next(csv.reader(lines[:1], delimiter=delimiter), [])
        lengths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
    except csv.Error:
        return None, None, []
    rows = len(lengths) - _is_named(header, lines, delimiter)
    return rows, max(lengths[:1000], default=None), header


def _is_named(first: list[str], lines: list[str], delimiter: str) -> bool:
    """Tell whether the first line names the columns: no numbers, and names by their look."""
    if any(re.fullmatch(r"\s*[-+]?[\d.]+\s*", cell) for cell in first):
        return False
    return has_header(parsed(lines[:LOOKED_AT], delimiter))
