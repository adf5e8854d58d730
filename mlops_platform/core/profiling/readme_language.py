"""Whether a README is written in English, the only language that is searched for what it says."""

import re

FEWEST_WORDS = 20
"""Shorter texts hold too few common words to tell."""

LEAST_SHARE = 0.08
"""English prose has 20–30 % of these words; lists of commands and names thin it out."""

COMMON = frozenset(
    "a an and are as at be by can for from has have how if in into is it its of on or that the then"
    " this to use used using we which with you your".split()
)
NOT_PROSE = re.compile(r"```.*?```|`[^`\n]*`|<[^>\n]*>|https?://\S+", re.DOTALL)
WORD = re.compile(r"[^\W\d_]+")


def is_english(text: str) -> bool:
    """Tell by the share of common English words; a text too short to tell counts as English."""
    words = [word.lower() for word in WORD.findall(NOT_PROSE.sub(" ", text))]
    if len(words) < FEWEST_WORDS:
        return True
    return sum(word in COMMON for word in words) >= LEAST_SHARE * len(words)
