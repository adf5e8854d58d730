"""What a run left, read out of a tar stream that is taken to be hostile.

Only headers are believed: regular files within the budgets become files of ours, under names made
of their content; links, devices and the rest stay where they are. Nothing is unpacked by a name.
"""

import hashlib
import tarfile
import time
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from mlops_platform.adapters.docker.changed_sources import is_source
from mlops_platform.adapters.docker.engine import EngineError
from mlops_platform.adapters.docker.sources_archive import WRITTEN_AT, SourcesArchive
from mlops_platform.adapters.docker.stored_file import StoredFile, discard_part, store_file
from mlops_platform.adapters.docker.stream_reader import open_tar_stream
from mlops_platform.core.facts.text.texts import shown
from mlops_platform.core.run_outcome import OutputFile

MOST_FILES = 2000
MOST_BYTES = 500 << 20
LARGEST_BYTES = 200 << 20
MOST_SECONDS = 60.0
MOST_REFUSED = 50
SPECIAL_BITS = 0o6000
NOISE = frozenset(
    ".git .ipynb_checkpoints .mypy_cache .pytest_cache .ruff_cache __pycache__".split()
)
OUTSIDE = ("home", "tmp")
READ_BYTES = 1 << 20


class Left(NamedTuple):
    """What a run left behind, and what it changed."""

    outputs: tuple[OutputFile, ...]
    modified_sources: tuple[str, ...]
    refused: tuple[str, ...]


class CollectedOutputs:
    """Compares what the volume holds with the sources that were laid into it."""

    def __init__(self, sources: SourcesArchive, folder: Path) -> None:
        self._sources = sources
        self._folder = folder
        self._outputs: list[OutputFile] = []
        self._modified: set[str] = set()
        self._unseen = {path for path in sources.files if is_source(path)}
        self._refused: list[str] = []
        self._refused_files = 0
        self._bytes = 0
        self._deadline = 0.0

    def collect(self, stream: Iterator[bytes]) -> Left:
        """Read the volume to its end, or as far as time and its own state allow."""
        self._deadline = time.monotonic() + MOST_SECONDS
        try:
            with open_tar_stream(self._until_the_deadline(stream)) as archive:
                while (entry := archive.next()) is not None:
                    # Kept by the archive otherwise, a hundred thousand of them.
                    archive.members = []  # type: ignore[attr-defined]  # typeshed has it not
                    self._take(archive, entry)
            # What the stream did not show is gone.
            self._modified |= self._unseen
        except TimeoutError:
            self._say(f"the rest was not read within {MOST_SECONDS:.0f} seconds")
        except (tarfile.TarError, EngineError, EOFError) as error:
            self._say(f"the rest could not be read: {shown(str(error))}")
        finally:
            discard_part(self._folder)
        if self._refused_files > MOST_REFUSED:
            self._refused.append(f"{self._refused_files - MOST_REFUSED} more files")
        outputs = sorted(self._outputs, key=lambda each: (each.is_outside, each.path))
        modified = sorted(shown(path) for path in self._modified)
        return Left(tuple(outputs), tuple(modified), tuple(self._refused))

    def _until_the_deadline(self, stream: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in stream:
            if time.monotonic() > self._deadline:
                raise TimeoutError
            yield chunk

    def _take(self, archive: tarfile.TarFile, entry: tarfile.TarInfo) -> None:
        _, _, name = entry.name.partition("/")
        area, _, path = name.partition("/")
        if not path or entry.isdir() or not NOISE.isdisjoint(path.split("/")):
            return
        if area == "src":
            self._take_of_repository(archive, entry, path)
        elif area in OUTSIDE and not (area == "home" and path.startswith(".")):
            # Hidden folders of a home are caches and settings of libraries.
            self._keep(archive, entry, f"/box/{area}/{path}", None)

    def _take_of_repository(
        self, archive: tarfile.TarFile, entry: tarfile.TarInfo, path: str
    ) -> None:
        before = self._sources.files.get(path)
        if before is None:
            if path not in self._sources.links and not self._is_ours(entry):
                self._keep(archive, entry, path, None)
        elif is_source(path):
            self._unseen.discard(path)
            if not entry.isreg() or _digest(archive.extractfile(entry)) != before.sha256:
                self._modified.add(path)
        elif entry.mtime != WRITTEN_AT or entry.size != before.size_bytes or not entry.isreg():
            self._keep(archive, entry, path, before.sha256)

    def _is_ours(self, entry: tarfile.TarInfo) -> bool:
        """Tell whether we laid a link ourselves: for a path of the author's machine."""
        return entry.issym() and entry.mtime == WRITTEN_AT and entry.linkname.startswith("/box/src")

    def _keep(
        self, archive: tarfile.TarFile, entry: tarfile.TarInfo, path: str, before: str | None
    ) -> None:
        why_not = self._why_not(entry)
        file = None if why_not else archive.extractfile(entry)
        if file is None:
            self._refuse(path, why_not or "it is no regular file")
            return
        stored = store_file(file, self._folder, PurePosixPath(path).suffix)
        self._bytes += stored.size_bytes
        self._outputs.append(_output(path, stored, before))

    def _why_not(self, entry: tarfile.TarInfo) -> str:
        if not entry.isreg():
            return "it is no regular file"
        if entry.mode & SPECIAL_BITS:
            return "it would run as another user"
        if entry.size > LARGEST_BYTES:
            return f"it is larger than {LARGEST_BYTES >> 20} MiB"
        if len(self._outputs) >= MOST_FILES:
            return f"{MOST_FILES} files are kept already"
        if self._bytes + entry.size > MOST_BYTES:
            return f"{MOST_BYTES >> 20} MiB are kept already"
        return ""

    def _refuse(self, path: str, reason: str) -> None:
        self._refused_files += 1
        if self._refused_files <= MOST_REFUSED:
            self._say(f"{shown(path)}: {reason}")

    def _say(self, sentence: str) -> None:
        self._refused.append(sentence)


def _output(path: str, stored: StoredFile, before: str | None) -> OutputFile:
    change = "rewritten" if before == stored.sha256 else "changed"
    return OutputFile(
        path=shown(path),
        stored_as=stored.name,
        size_bytes=stored.size_bytes,
        sha256=stored.sha256,
        change="new" if before is None else change,
        is_outside=path.startswith("/"),
    )


def _digest(file: IO[bytes] | None) -> str:
    digest = hashlib.sha256()
    while file is not None and (chunk := file.read(READ_BYTES)):
        digest.update(chunk)
    return digest.hexdigest()
