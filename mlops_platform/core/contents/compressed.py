"""The bytes behind one layer of compression, up to a bound."""

import bz2
import lzma
import zlib

LARGEST = 64 << 20
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_BROKEN = (zlib.error, lzma.LZMAError, OSError, ValueError, EOFError, MemoryError)


def decompressed(data: bytes) -> bytes:
    """Return what zlib, gzip, bzip2 or xz packed, cut at the bound; b"" for anything else."""
    try:
        if data[:2] in (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b"):
            return zlib.decompressobj(_GZIP_OR_ZLIB).decompress(data, LARGEST)
        if data.startswith(b"BZh"):
            return bz2.BZ2Decompressor().decompress(data, LARGEST)
        if data.startswith((b"\xfd7zXZ\x00", b"\x5d\x00\x00")):
            return lzma.LZMADecompressor().decompress(data, LARGEST)
    except _BROKEN:
        return b""
    return b""
