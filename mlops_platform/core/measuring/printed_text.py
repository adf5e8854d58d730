"""Text that a program printed, in lines, without what only a terminal understands."""

import re
from collections.abc import Iterable
from itertools import chain, starmap
from typing import NamedTuple

from mlops_platform.core.measuring.numbers import unwrapped
from mlops_platform.core.measuring.situation import Bar, Following, Situation

LONGEST_LINE = 4096
MOST_LINES = 400_000
# An escape sequence, whole or with its first character already replaced or gone.
_COLOURS = re.compile(r"(?:\x1b|\ufffd)\[[0-9;?]{0,20}[ -/]?[@-~]|\[\d{1,3}(?:;\d{1,3}){0,4}m")
_LEVEL = r"(?:DEBUG|INFO|NOTICE|WARNING|WARN|ERROR|CRITICAL|SUCCESS)"
_DAY = r"\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d[-/.]\d{4}"
_TIME = r"\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?"
_PREFIXES = tuple(
    re.compile(form)
    for form in (
        # Behind a moment, a level needs no sign of its own.
        rf"(?:{_DAY})[T ,]{{1,3}}{_TIME}\s{{1,4}}{_LEVEL}\s{{1,8}}(?=[A-Za-z])",
        rf"[\[(]?(?:{_DAY})(?:[T ,_-]{{1,3}}(?:{_TIME}))?[\])]?(?:\s?[-|:]{{1,2}}\s|\s|(?=\[))",
        rf"[\[(]?{_TIME}[\])]?(?:\s?[-|]\s|\s|(?=\[))",
        rf"\[?{_LEVEL}\]?(?:\s{{0,8}}[-|:]{{1,2}}\s?|\s{{1,8}}(?=\S{{1,60}}:\S{{1,40}}:\d)|(?<=\])\s?)",
        rf"{_LEVEL}:[\w.]{{1,80}}:",
        rf"[IWEF]\d{{4}}\s{_TIME}\s{{1,8}}\d{{1,8}}\s[\w./-]{{1,80}}:\d{{1,6}}\]\s",
        r"\[[\w./<>-]{1,80}\](?=\[)",
        r"\[(?:[a-z_][\w./<>-]{0,80})\]\s-?\s?",
        r"(?:root|__main__|[a-z_]\w{0,40}(?:\.\w{1,40}){1,6})\s[-|]\s",
        r"[\w.]{1,60}:[\w<>]{1,60}:\d{1,6}\s-\s",
        r"(?:root|__main__|wandb):\s{0,40}",
    )
)
MOST_PREFIXES = 6
_BAR = re.compile(
    r"\d{1,3}%\|"
    r"|\d{1,9}/(?:\d{1,9}|Unknown|\?)\s{0,4}[\[━─]"
    r"|\b\d{1,9}(?:\.\d+)?(?:ms|us|s)/(?:step|epoch|it|sample)"
    r"|\d(?:\.\d+)?\s?(?:it|s)/(?:s|it)\b"
    r"|[█▏▎▍▌▋▊▉]"
)
_LITERAL = re.compile(r"(['\"]).*\\n.*\1")
_COUNT = re.compile(r"(?P<at>\d{1,9})/(?P<of>\d{1,9})(?=\s)")


class PrintedLine(NamedTuple):
    """One line: its number where it stands, and its text; a rewritten line is as it was last."""

    number: int
    text: str
    bar: Bar = Bar.NONE
    situation: Situation = Situation()

    @property
    def is_bar(self) -> bool:
        """Tell whether the line is a progress bar."""
        return self.bar is not Bar.NONE

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in the line."""
        return not self.text.strip()


class PrintedText(NamedTuple):
    """The lines of one stream or of one text file, and what it is called."""

    source: str
    lines: tuple[PrintedLine, ...]
    rank: int = 0


def printed_line(number: int, raw: str) -> PrintedLine:
    """Make a line of what was printed: without colours, without what was overwritten."""
    text = raw[-LONGEST_LINE:] if "\r" in raw else raw[:LONGEST_LINE]
    text = next((part for part in reversed(re.split(r"[\r\x08]+", text)) if part.strip()), "")
    text = _COLOURS.sub("", text).replace("\x00", "").rstrip()
    text = unwrapped(without_prefix(text))
    return PrintedLine(number, text, _bar(text))


def printed_lines(number: int, raw: str) -> list[PrintedLine]:
    """Make the lines of what was printed in one: several where a text was shown as its literal."""
    if _LITERAL.fullmatch(raw[:LONGEST_LINE]):
        return [printed_line(number, part) for part in raw[:LONGEST_LINE].strip("'\"").split("\\n")]
    return [printed_line(number, raw)]


def _bar(text: str) -> Bar:
    """Tell whether a line is a progress bar, and came to its end."""
    if not _BAR.search(text):
        return Bar.NONE
    found = _COUNT.search(text)
    return Bar.FINISHED if found is None or found["at"] == found["of"] else Bar.OPEN


def without_prefix(text: str) -> str:
    """Return what a logger was told, without the time, level and name it put in front."""
    for _ in range(MOST_PREFIXES):
        for prefix in _PREFIXES:
            found = prefix.match(text)
            if found:
                text = text[found.end() :].lstrip(" ")
                break
        else:
            return text
    return text


def printed_text(source: str, text: str, rank: int = 0) -> PrintedText:
    """Make lines of a whole text, the last ones where there are too many."""
    raw = text.split("\n")
    skipped = max(0, len(raw) - MOST_LINES)
    numbered = enumerate(raw[skipped:], start=skipped + 1)
    return text_of_lines(source, chain.from_iterable(starmap(printed_lines, numbered)), rank)


def text_of_lines(source: str, lines: Iterable[PrintedLine], rank: int = 0) -> PrintedText:
    """Put lines together, each with what the lines above say of it."""
    following = Following()
    placed = (line._replace(situation=following.after(line.text, line.bar)) for line in lines)
    return PrintedText(source, tuple(placed), rank)
