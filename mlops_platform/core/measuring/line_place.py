"""What a printed line says of itself before its numbers: epoch, step, fold."""

import re
from typing import NamedTuple

from mlops_platform.core.measuring.situation import Situation

_STEP = re.compile(
    r"(?:\b(?:after|at|in|for|on|of)\s)?\b(?P<word>epochs?|ep|global_step|step|iterations?|iters?|itr|"
    r"episode|round|trial)\b[\s:=#]{0,3}[\[(]?\s?(?P<at>\d{1,9})(?![\d.]*\s?%)"
    r"(?:\s?(?:/|of)\s?(?P<of>\d{1,9}))?[\])]?"
    r"(?:,?\s?\[\s?(?P<inner>\d{1,9})/(?P<whole>\d{1,9})[^\[\]]{0,20}\])?",
    re.IGNORECASE,
)
_FOLD = re.compile(
    r"(?:\b(?:after|at|in|for|on|of)\s)?\b(?:cv[\s_-]?|k-?)?fold(?:_?no)?\b[\s:=#_]{0,3}(?P<at>\d{1,4})"
    r"(?:\s?(?:/|of)\s?\d{1,4})?",
    re.IGNORECASE,
)
_LEADING = re.compile(r"\s{0,4}\[\s{0,8}(?P<at>\d{1,9})/\s{0,8}\d{1,9}\](?=\s)")
_EPOCH_WORDS = ("epoch", "epochs", "ep")


class LinePlace(NamedTuple):
    """A step and a fold, as far as the line says them, and the line without them."""

    text: str
    step: int | None = None
    fold: int | None = None

    def within(self, around: Situation) -> Situation:
        """Return where the numbers of the line stand, among the lines around it."""
        return around._replace(
            step=around.step if self.step is None else self.step,
            fold=around.fold if self.fold is None else self.fold,
        )


def line_place(text: str) -> LinePlace:
    """Take epoch, step and fold out of a line."""
    fold = _FOLD.search(text)
    if fold:
        text = _without(text, fold)
    leading = _LEADING.match(text)
    if leading:
        text = _without(text, leading)
    found = list(_STEP.finditer(text))[:3]
    for match in reversed(found):
        text = _without(text, match)
    step = _step(found)
    if step is None and leading:
        step = int(leading["at"])
    return LinePlace(text, step, int(fold["at"]) if fold else None)


def _without(text: str, match: re.Match[str]) -> str:
    rest = text[match.end() :]
    return text[: match.start()] + ("" if rest.lstrip()[:1] in (":", "=") else " ; ") + rest


def _step(found: list[re.Match[str]]) -> int | None:
    """Return the step; a step within an epoch counts on from the epochs before it."""
    if not found:
        return None
    epochs = [match for match in found if match["word"].lower() in _EPOCH_WORDS]
    steps = [match for match in found if match not in epochs]
    if not epochs:
        return int(steps[0]["at"])
    epoch = epochs[0]
    if epoch["inner"]:
        return max(0, int(epoch["at"]) - 1) * int(epoch["whole"]) + int(epoch["inner"])
    if steps and steps[0]["of"]:
        return max(0, int(epoch["at"]) - 1) * int(steps[0]["of"]) + int(steps[0]["at"])
    if steps and steps[0]["word"].lower() == "global_step":
        return int(steps[0]["at"])
    return int(epoch["at"])
