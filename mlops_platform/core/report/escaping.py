"""One escape function per sink: what came from a repository is inert wherever it is shown.

HTML is not here: its template escapes by itself, what `one_line` has cleaned.
"""

import re

REPLACEMENT = "\ufffd"
_NUL_AND_SURROGATES = re.compile("[\x00\ud800-\udfff]")
# Controls, line separators, marks that reorder or hide text, tags, and lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1c-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~&!$^])")
_BLOCK_START = re.compile(r"^([-+=]|\d+[.)](?=\s|$))")
# Viewers turn these into links and mentions after Markdown was read, so a backslash does not help.
_LIVE_TEXT = re.compile(r"@|(?<=www)\.|(?<=:)//|#(?=\d)|(?<=GH)-(?=\d)", re.IGNORECASE)
_BREAK = "\u200b"


def storable(text: str) -> str:
    """Replace what JSON readers and databases refuse: NUL and lone surrogates."""
    return _NUL_AND_SURROGATES.sub(REPLACEMENT, text)


def one_line(text: str, limit: int = 400) -> str:
    """Return text as one clean line: no control, hidden or reordering character, clipped."""
    line = _INVISIBLE.sub(REPLACEMENT, " ".join(text.split()))
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def for_terminal(text: str, limit: int = 400) -> str:
    """Return text that a terminal shows and never obeys."""
    return one_line(text, limit)


def for_markdown(text: str, limit: int = 400) -> str:
    """Return text that shows as itself in a Markdown line or table cell: no mark-up, no links.

    What stands between two backticks becomes a code span, which is as inert.
    """
    parts = one_line(text, limit).split("`")
    if len(parts) % 2 == 0 or any("|" in code or not code.strip() for code in parts[1::2]):
        return _plain_markdown("`".join(parts))
    shown = [f"`{part}`" if n % 2 else _plain_markdown(part) for n, part in enumerate(parts)]
    return "".join(shown)


def for_markdown_code(text: str, limit: int = 400) -> str:
    """Return text as a Markdown code span; not for table cells, where a pipe would end the cell."""
    line = one_line(text, limit)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", line)), default=0))
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}" if line.strip() else ""


def for_sarif_message(text: str, limit: int = 2000) -> str:
    """Return text for a SARIF message, where brackets would begin an embedded link."""
    return re.sub(r"([\\\[\]])", r"\\\1", one_line(text, limit))


def _plain_markdown(text: str) -> str:
    line = _MARKDOWN.sub(r"\\\1", _LIVE_TEXT.sub(lambda found: _broken(found[0]), text))
    return _BLOCK_START.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", line)


def _broken(live: str) -> str:
    return _BREAK + live if live in (".", "//", "-") else live + _BREAK
