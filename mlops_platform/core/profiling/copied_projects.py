"""Projects of others that lie inside this one, told by the papers that they brought along."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from mlops_platform.core.facts.inventory.licenses import is_license_name
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.facts.source_code import SourceFile

MANIFESTS = frozenset(
    "cargo.toml description go.mod package.json pyproject.toml setup.cfg setup.py".split()
)
"""A package of the project's own is made by one; a copy is only imported."""

MOST_TEXTS = 20_000


def copied_projects(repository: RepositoryFacts) -> tuple[str, ...]:
    """Return the folders below the top with code, a README and a licence, and without a manifest.

    A data set may have both papers too; it has no code.
    """
    names = defaultdict[str, set[str]](set)
    coded: set[str] = set()
    for file in repository.files:
        folder, _, name = file.path.rpartition("/")
        names[folder].add(name)
        if name.endswith(".py"):
            coded.update(_above(folder))
    return tuple(
        sorted(folder for folder in coded if folder and _has_papers(names.get(folder, set())))
    )


def tables_of_others(reading: Reading, paths: Iterable[str]) -> frozenset[str]:
    """Return the paths that lie in copied projects and that no code beyond them names."""
    copied = frozenset(copied_projects(reading.repository))
    placed = [(path, _home(path, copied)) for path in paths]
    texts = _texts(reading) if any(home for _, home in placed) else ()
    return frozenset(path for path, home in placed if home and not _is_named(path, home, texts))


def _home(path: str, copied: frozenset[str]) -> str:
    """Return the copied project that holds a path, "" where none does."""
    return next((each for each in _above(path.rpartition("/")[0]) if each in copied), "")


def _is_named(path: str, home: str, texts: Iterable[tuple[str, str]]) -> bool:
    place, _, name = path.rpartition("/")
    return any(
        not file.startswith(f"{home}/") and (name in text or place in text) for file, text in texts
    )


def _above(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _has_papers(names: set[str]) -> bool:
    lower = {name.lower() for name in names}
    is_described = any(name.startswith("readme") for name in lower)
    is_licensed = any(is_license_name(name) for name in names)
    return is_described and is_licensed and lower.isdisjoint(MANIFESTS)


def _texts(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Return the paths that code speaks of, each with the file that does."""
    books = (book.code for book in reading.notebooks.notebooks if book.code is not None)
    files: list[SourceFile] = [*reading.code.files, *books]
    told = ((file.path, text.replace("\\", "/")) for file in files for text, _ in file.strings)
    return tuple(islice(told, MOST_TEXTS))
