"""Files in a folder of data that the code names, and reads numbers from: `np.loadtxt(path)`."""

from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.profiling.data_files import DATA_FOLDER

READERS = frozenset(
    "numpy.loadtxt numpy.genfromtxt numpy.fromfile numpy.memmap pandas.read_csv pandas.read_table"
    " pandas.read_fwf".split()
)


def files_of_numbers(reading: Reading) -> frozenset[str]:
    """Return the paths without an ending that a file of the project names and reads so."""
    named: set[str] = set()
    for file in reading.code.files:
        if file.role in {Role.SOURCE, Role.EXAMPLE} and _reads_numbers(file):
            named.update(text.replace("\\", "/").removeprefix("./") for text, _ in file.strings)
    return frozenset(
        file.path
        for file in reading.repository.files
        if _may_hold_numbers(file.path) and not named.isdisjoint(_spellings(file.path))
    )


def _reads_numbers(file: SourceFile) -> bool:
    return any(call.name in READERS for call in file.calls)


def _may_hold_numbers(path: str) -> bool:
    *folders, name = path.split("/")
    return "." not in name and any(DATA_FOLDER.match(folder) for folder in folders)


def _spellings(path: str) -> set[str]:
    """Return a path as code in the folders above it would write it, with a folder at least."""
    parts = path.split("/")
    inner = {"/".join(parts[start:]) for start in range(len(parts) - 1)}
    return inner | {f"../{each}" for each in inner}
