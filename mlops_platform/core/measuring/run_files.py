"""The files that a run left: read within a budget, and compared with what was there before.

Only what the run wrote is listed here, so nothing that was committed is ever read as a result. Of
a file that grew, only what was added counts.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.text.texts import decode, read_bytes, shown
from mlops_platform.core.measuring.measurement import Unread
from mlops_platform.core.run_outcome import OutputFile

MOST_FILES = 2000
MOST_BYTES = 256 << 20
_STORES = re.compile(
    r"(?:^|/)(?:mlruns/|wandb/|dvclive/|lightning_logs/)|\.tfevents(?:\.|$)|(?:^|/)trainer_state\.json$"
    r"|\.db(?:-\w{1,10})?$|(?:^|/)hparams\.yaml$"
)
SAYS_METRICS = re.compile(
    r"(?:metric|score|eval|result|performance|accurac|measure|benchmark)", re.IGNORECASE
)
SAYS_SETTINGS = re.compile(
    r"(?:^|[/_.-])(?:config|configs|params?|parameters|hparams|hyperparams?|settings|args|options|"
    r"tokenizer\w{0,40}|vocab|schema|package|environment|conda|requirements|special_tokens_map|"
    r"\w{0,40}importances?|coefficients|weights)(?:[_.-]|$)",
    re.IGNORECASE,
)


class Addition(NamedTuple):
    """What a run added to a file: its lines, "" where an old one stands, and the file's first.

    `is_all`: the run wrote all of it.
    """

    lines: tuple[str, ...]
    head: str
    is_all: bool


class RunFiles:
    """Reads outputs by the names they are stored under; keeps how much was read."""

    def __init__(self, stored: Checkout, outputs: tuple[OutputFile, ...], before: Checkout) -> None:
        self.outputs = tuple(sorted(outputs, key=lambda output: output.path))[:MOST_FILES]
        self._stored = stored
        self._before = before
        self._left_bytes = MOST_BYTES

    def with_suffix(self, *suffixes: str) -> Iterator[OutputFile]:
        """Yield outputs of certain suffixes that no store of a tracker claims."""
        for output in self.outputs:
            if output.path.lower().endswith(suffixes) and not _STORES.search(output.path):
                yield output

    def matching(self, pattern: re.Pattern[str]) -> Iterator[tuple[OutputFile, re.Match[str]]]:
        """Yield outputs whose path a pattern finds something in."""
        for output in self.outputs:
            found = pattern.search(output.path)
            if found:
                yield output, found

    def read(self, output: OutputFile, limit: int) -> bytes | Unread:
        """Return a whole file, or why it was not read."""
        if output.size_bytes > min(limit, self._left_bytes):
            return self._unread(output, f"larger than {min(limit, self._left_bytes)} bytes")
        data = read_bytes(self._stored, shown(output.stored_as), limit)
        if isinstance(data, UnreadFile):
            return self._unread(output, data.reason)
        self._left_bytes -= len(data)
        return data

    def text(self, output: OutputFile, limit: int) -> str | Unread:
        """Return a whole file as cleaned text, or why it was not read."""
        data = self.read(output, limit)
        if isinstance(data, Unread):
            return data
        text = decode(data)
        return self._unread(output, "not text") if text is None else text

    def added(self, output: OutputFile, limit: int) -> Addition | Unread:
        """Return what was added to a file: all of it, unless every old line still stands there."""
        text = self.text(output, limit)
        if isinstance(text, Unread):
            return text
        before = self.before(output, limit)
        if isinstance(before, Unread):
            return before
        lines = text.split("\n")
        old = frozenset((decode(before) or "").split("\n")) - {""}
        is_added_to = bool(old) and old < frozenset(lines)
        kept = ("" if is_added_to and line in old else line for line in lines)
        return Addition(tuple(kept), lines[0], not is_added_to)

    def before(self, output: OutputFile, limit: int) -> bytes | Unread:
        """Return what the checkout has in the place of a changed file, b"" for any other.

        What cannot be read there cannot be told from what the run wrote.
        """
        if output.change != "changed" or output.is_outside:
            return b""
        data = read_bytes(self._before, shown(output.path), limit)
        if isinstance(data, UnreadFile):
            return self._unread(output, f"what was there before: {data.reason}")
        return data

    def _unread(self, output: OutputFile, why: str) -> Unread:
        return Unread(f"{shown(output.path)}: {why}")
