"""The lines of a text of unknown encoding, bounded."""

import codecs
import io
import re
from collections.abc import Iterator

from mlops_platform.core.facts.tables.content import Content
from mlops_platform.core.facts.tables.faults import UnreadableTableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 1 << 18
_ESCAPED = re.compile("[\ud800-\udfff]")
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def find_encoding(content: Content) -> str:
    """Tell the encoding by mark, by shape, as UTF-8, else Windows-1252.

    Raises UnreadableTableError for what is no text.
    """
    head = content.peek(_HEAD)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    even, odd = head[0:4096:2].count(0), head[1:4096:2].count(0)
    most = len(head[:4096]) * 0.2
    if odd > most and not even:
        return "utf-16-le"
    if even > most and not odd:
        return "utf-16-be"
    if len(_NOT_TEXT.findall(head)) > len(head) * 0.01:
        raise UnreadableTableError("binary content, not text")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


class TextLines:
    """The lines of a text, and how many of them hold bytes that the encoding does not know.

    Only UTF-8 is counted: its gaps are told from a replacement mark that the text holds itself.
    """

    def __init__(self, content: Content, encoding: str, line_bytes: int) -> None:
        self._source = _lines(content, encoding, line_bytes)
        self.undecodable = 0

    def __iter__(self) -> Iterator[str]:
        """Give each whole line with its end. Raises UnreadableTableError for one too long."""
        for line in self._source:
            if line.isascii() or not _ESCAPED.search(line):
                yield line
            else:
                self.undecodable += 1
                yield _ESCAPED.sub("\ufffd", line)


def _lines(content: Content, encoding: str, line_bytes: int) -> Iterator[str]:
    decoder = io.IncrementalNewlineDecoder(_decoder(encoding), translate=True)
    rest = ""
    for piece in content.pieces():
        *whole, rest = (rest + decoder.decode(piece)).split("\n")
        for line in whole:
            yield f"{line}\n"
        if len(rest) > line_bytes:
            raise UnreadableTableError(f"a line is longer than {line_bytes} characters")
    rest += decoder.decode(b"", final=True)
    if rest and not content.is_cut:
        yield rest


def _decoder(encoding: str) -> codecs.IncrementalDecoder:
    return codecs.getincrementaldecoder(encoding)(
        "surrogateescape" if encoding.startswith("utf-8") else "replace"
    )
