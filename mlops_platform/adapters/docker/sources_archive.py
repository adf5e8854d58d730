"""A checkout as a tar stream for the sandbox, and what was in it, by path and content.

Every file is written with one fixed time: whatever has another one afterwards was written by the
run, whichever clock says so.
"""

import hashlib
import os
import stat
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mlops_platform.adapters.docker.changed_sources import is_source
from mlops_platform.adapters.docker.confinement import USER
from mlops_platform.core.errors import PlatformError
from mlops_platform.core.sandbox import CarriedFile

WRITTEN_AT = 946684800
CHUNK_BYTES = 1 << 20
EXECUTABLE, READABLE = 0o755, 0o644


class SourceFile(NamedTuple):
    """A file as it was before the run."""

    size_bytes: int
    sha256: str


class SourcesArchive:
    """Streams the tree under `root` into `folder`; what was in it is known when it was read.

    `carried` are laid into it afterwards, but never over code or configuration of the tree.
    """

    def __init__(
        self, root: Path, folder: str = "src", carried: Iterable[CarriedFile] = ()
    ) -> None:
        self._root = root
        self._folder = folder
        self._carried = tuple(carried)
        self.files: dict[str, SourceFile] = {}
        self.folders: set[str] = {"."}
        self.links: set[str] = set()

    def stream(self) -> Iterator[bytes]:
        """Yield the archive's entries, without its end. Raises PlatformError."""
        try:
            yield from self._tree()
        except OSError as error:
            # Said here, as whoever streams would take it for a failure of the engine.
            raise PlatformError(
                f"The repository's files could not be read ({error}); analyze it again."
            ) from error

    def digest(self) -> str:
        """Return one digest of all files, by reading them."""
        for _ in self.stream():
            pass
        lines = (f"{name}\0{file.sha256}\n" for name, file in sorted(self.files.items()))
        return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()

    def _tree(self) -> Iterator[bytes]:
        yield folder_entry(self._folder)
        pending = [PurePosixPath()]
        while pending:
            here = pending.pop()
            with os.scandir(self._root / here) as listing:
                entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
            for entry in reversed(entries):
                yield from self._entry(entry, here / entry.name)
            pending.extend(here / each.name for each in entries if _is_folder(each))
        for carried in self._carried:
            yield from self._lay(carried)

    def _entry(self, entry: "os.DirEntry[str]", path: PurePosixPath) -> Iterator[bytes]:
        name = f"{self._folder}/{path}"
        if entry.is_symlink():
            self.links.add(str(path))
            yield link_entry(name, str(Path(entry.path).readlink()))
        elif _is_folder(entry):
            self.folders.add(str(path))
            yield folder_entry(name)
        elif entry.is_file(follow_symlinks=False):
            yield from self._file(Path(entry.path), name, str(path))

    def _lay(self, carried: CarriedFile) -> Iterator[bytes]:
        path = PurePosixPath(carried.path)
        above = [str(parent) for parent in reversed(path.parents)]
        is_below = not path.is_absolute() and ".." not in path.parts and path.parts
        is_blocked = str(path) in self.folders or any(
            each in self.files or each in self.links for each in (*above, str(path))
        )
        is_own = str(path) in self.files and not is_source(str(path))
        if not is_below or (is_blocked and not is_own):
            return
        for folder in above:
            if folder not in self.folders:
                self.folders.add(folder)
                yield folder_entry(f"{self._folder}/{folder}")
        yield from self._file(carried.file, f"{self._folder}/{path}", str(path))

    def _file(self, path: Path, name: str, relative: str) -> Iterator[bytes]:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            mode = EXECUTABLE if status.st_mode & stat.S_IXUSR else READABLE
            yield _header(name, tarfile.REGTYPE, mode, size=status.st_size)
            digest, left = hashlib.sha256(), status.st_size
            while left and (chunk := file.read(min(CHUNK_BYTES, left))):
                digest.update(chunk)
                left -= len(chunk)
                yield chunk
        if left:
            raise OSError(f"{relative} became shorter while it was read")
        yield _padding(status.st_size)
        self.files[relative] = SourceFile(status.st_size, digest.hexdigest())


def folder_entry(name: str) -> bytes:
    """Return the entry of a folder that the run may write to."""
    return _header(name, tarfile.DIRTYPE, EXECUTABLE)


def link_entry(name: str, target: str) -> bytes:
    """Return the entry of a symbolic link."""
    return _header(name, tarfile.SYMTYPE, 0o777, link=target)


def file_entry(name: str, content: bytes, mode: int = READABLE) -> bytes:
    """Return the entry of a small file, with its content."""
    header = _header(name, tarfile.REGTYPE, mode, size=len(content))
    return header + content + _padding(len(content))


def files_archive(folder: str, files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield a folder with files that may be executed."""
    yield folder_entry(folder)
    for name, content in files.items():
        yield file_entry(f"{folder}/{name}", content, EXECUTABLE)


END = bytes(2 * tarfile.BLOCKSIZE)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    return entry.is_dir(follow_symlinks=False)


def _header(name: str, kind: bytes, mode: int, size: int = 0, link: str = "") -> bytes:
    entry = tarfile.TarInfo(name)
    entry.type, entry.mode, entry.size, entry.linkname = kind, mode, size, link
    entry.uid = entry.gid = USER
    entry.mtime = WRITTEN_AT
    return entry.tobuf(tarfile.GNU_FORMAT, "utf-8", "surrogateescape")


def _padding(size: int) -> bytes:
    return bytes(-size % tarfile.BLOCKSIZE)
