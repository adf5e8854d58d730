"""Answers a claim of the form "a tool of this sort is used" from what was detected."""

from collections.abc import Collection, Iterable

from mlops_platform.core.answers.cite import cite_detections, in_use, listed
from mlops_platform.core.evidence import Answer, Detection, met, unmet


def answer_by_use(
    detections: Iterable[Detection], missing: str, names: Collection[str] = ()
) -> Answer:
    """Answer met by a used tool of these names, else unmet: declared only, or `missing`."""
    tools = [d for d in detections if not names or d.name in names]
    used = in_use(tools)
    if used:
        return met(cite_detections(used), listed(tool.name for tool in used))
    if tools:
        declared = listed(tool.name for tool in tools)
        told = "is declared, but no use of it" if len(tools) == 1 else "are declared, but no use"
        return unmet(f"{declared} {told} was found", cite_detections(tools))
    return unmet(missing)
