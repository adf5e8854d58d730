"""Printed bytes as lines that are safe to keep and show: what a terminal would have left standing.

Works on blocks of whole lines, as a program may print hundreds of thousands of them a second.
"""

import re

LINE_BYTES = 64 << 10
_CONTROLS = bytes(set(range(32)) - {0x09, 0x0A}) + b"\x7f"
_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]|\][^\x07\x1b\n]{0,512}(?:\x07|\x1b\\)|[@-Z\\^_])"
)
_BACK = re.compile(rb"\x08+")
# C1 controls, separators of lines, and marks that reorder or hide text.
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def cleaned(lines: bytes) -> bytes:
    """Return lines as UTF-8 without control characters, each at most 64 KiB long.

    A line that was written over, as progress bars do, is what stood there last.
    """
    if b"\x1b" in lines:
        lines = _ESCAPES.sub(b"", lines)
    if b"\x08" in lines:
        lines = _BACK.sub(b"\r", lines)
    if b"\r" in lines:
        lines = b"\n".join(_written_over(line) for line in lines.split(b"\n"))
    lines = lines.translate(None, _CONTROLS)
    if not lines.isascii():
        lines = _UNSEEN.sub("", lines.decode("utf-8", "replace")).encode()
    if len(lines) > LINE_BYTES:
        lines = b"\n".join(_cut(line) for line in lines.split(b"\n"))
    return lines


def _written_over(line: bytes) -> bytes:
    if b"\r" not in line:
        return line
    kept = [part for part in line.split(b"\r") if part.strip()]
    return kept[-1] if kept else b""


def _cut(line: bytes) -> bytes:
    # A character that is cut in two is dropped.
    return line if len(line) <= LINE_BYTES else line[:LINE_BYTES].decode("utf-8", "ignore").encode()
