"""Draw files to be recognized: bytes with a name, archives, pickles of classes."""

import io
import zipfile
from collections.abc import Mapping

from mlops_platform.core.contents.content import HEAD_BYTES, Content, with_members


def draw_content(path: str, data: bytes | str) -> Content:
    """Return a file with these bytes."""
    raw = data.encode() if isinstance(data, str) else data
    return with_members(Content(path, len(raw), raw[:HEAD_BYTES], lambda: raw))


def archive(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


def pickled(*names: str, texts: tuple[str, ...] = ()) -> bytes:
    """Return a pickle of instances of classes, and of texts, that no library needs to have."""
    made = [b"c" + name.rpartition(".")[0].encode() + b"\n" + name.rpartition(".")[2].encode()
            + b"\n)\x81" for name in names]  # fmt: skip
    written = [b"\x8c" + bytes([len(text)]) + text.encode() for text in texts]
    return b"\x80\x04(" + b"".join([*made, *written]) + b"l."
