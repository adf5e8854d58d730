"""A file of a run as a file of ours: named after its content, never executable."""

import hashlib
import re
from pathlib import Path
from typing import IO, NamedTuple

CHUNK_BYTES = 1 << 20
DIGITS = 32
MODE = 0o644
PART = ".part"
SAFE_SUFFIX = re.compile(r"\.[A-Za-z0-9_]{1,12}")


class StoredFile(NamedTuple):
    """The name is safe in any folder; files of one content share it."""

    name: str
    size_bytes: int
    sha256: str


def store_file(content: IO[bytes], folder: Path, suffix: str) -> StoredFile:
    """Write a file into `folder`; `suffix` is kept where it is harmless, for those who look."""
    digest, size = hashlib.sha256(), 0
    part = folder / PART
    with part.open("wb") as file:
        while chunk := content.read(CHUNK_BYTES):
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
    sha256 = digest.hexdigest()
    name = sha256[:DIGITS] + (suffix.lower() if SAFE_SUFFIX.fullmatch(suffix) else "")
    part.chmod(MODE)
    part.replace(folder / name)
    return StoredFile(name, size, sha256)


def discard_part(folder: Path) -> None:
    """Remove what was left of a file that could not be read to its end."""
    (folder / PART).unlink(missing_ok=True)
