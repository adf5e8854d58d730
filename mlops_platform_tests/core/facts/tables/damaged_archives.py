"""Draw zip archives that cannot be read: damaged in every packing, or pointing nowhere."""

import io
import struct
import zipfile

PACKINGS = {
    "stored": zipfile.ZIP_STORED,
    "deflate": zipfile.ZIP_DEFLATED,
    "bzip2": zipfile.ZIP_BZIP2,
    "lzma": zipfile.ZIP_LZMA,
}
NOWHERE = {"far": 1 << 62, "beyond all files": (1 << 64) - 16}
_OFFSET, _EXTRA_LENGTH, _DIRECTORY_SIZE = 42, 30, 12
"""Where a zip says it, in an entry of its directory and in the directory's end."""


def damaged_archive(name: str, content: bytes, packing: str) -> bytes:
    """Return an archive of one member, whose packed bytes are garbled at their end."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", PACKINGS[packing]) as made:
        made.writestr(name, content)
        end = made.start_dir
    data = bytearray(file.getvalue())
    data[end - 40 : end - 8] = b"\xff" * 32
    return bytes(data)


def archive_of_nothing(name: str, place: str) -> bytes:
    """Return an archive whose directory says that its only member lies far outside the file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(name, b"a,b\n1,2\n")
        start = made.start_dir
    data = file.getvalue()
    end = data.rindex(b"PK\x05\x06")
    extra = struct.pack("<HHQ", 1, 8, NOWHERE[place])
    entry, tail = bytearray(data[start:end]) + extra, bytearray(data[end:])
    struct.pack_into("<L", entry, _OFFSET, 0xFFFFFFFF)
    struct.pack_into("<H", entry, _EXTRA_LENGTH, len(extra))
    struct.pack_into("<L", tail, _DIRECTORY_SIZE, len(entry))
    return data[:start] + bytes(entry) + bytes(tail)


def archive_of_the_nameless() -> bytes:
    """Return an archive whose two members have no name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("name 1", b"a,b\n1,2\n")
        made.writestr("name 2", b"a,b\n1,2\n")
    return file.getvalue().replace(b"name", b"\0ame")
