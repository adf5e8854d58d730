"""A line of the log as a tag that people read in MLflow's UI and that our client reads back.

One `word: text` a line: the texts are single lines themselves.
"""

from datetime import datetime

from mlops_platform.core.lifecycle import State, Transition
from mlops_platform.core.report.escaping import one_line

PREFIX = "transition."
"""What the key of such a tag begins with; the line's number follows."""

LONGEST = 2000
ACCEPTED, REFUSED = "accepted", "refused"


def shown_key(line: Transition) -> str:
    """Return the tag's key; keys sort as the lines did happen."""
    return f"{PREFIX}{line.number:06d}"


def shown_line(line: Transition) -> str:
    """Return the tag's value; what is empty is left out."""
    texts = {
        ACCEPTED if line.is_accepted else REFUSED: line.asked,
        "by": line.actor,
        "at": line.at.isoformat(),
        "because": line.reason,
        "answer": line.refusal,
        "before": line.before or "",
        "identified by": line.identified_by,
        "evidence": line.evidence_hash,
    }
    return "\n".join(f"{word}: {one_line(text, LONGEST)}" for word, text in texts.items() if text)


def read_shown_line(key: str, value: str, place: tuple[str, int | None]) -> Transition:
    """Return the line of a tag of a model's version, or of the model itself."""
    texts = dict(text.split(": ", 1) for text in value.split("\n"))
    before = texts.get("before")
    return Transition(
        number=int(key.removeprefix(PREFIX)),
        model=place[0],
        version=place[1],
        before=None if before is None else State(before),
        asked=texts.get(ACCEPTED, texts.get(REFUSED, "")),
        is_accepted=ACCEPTED in texts,
        actor=texts.get("by", ""),
        identified_by=texts.get("identified by", ""),
        at=datetime.fromisoformat(texts["at"]),
        reason=texts.get("because", ""),
        refusal=texts.get("answer", ""),
        evidence_hash=texts.get("evidence", ""),
    )
