"""Whether a sentence of a model's is plain text: nothing that a viewer could follow or obey."""

import re

from mlops_platform.core.evidence_block.redaction import holds_secret
from mlops_platform.core.report.escaping import one_line

_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:#\w|[A-Za-z]{2,8};)|\]\(|!\[|\]\[|^\s*\[[^\]]*\]:|```")
_ADDRESS = re.compile(
    r"://|\bwww\.|\b(?:javascript|vbscript|data|mailto|file|ftp|https?|blob):(?=\S)"
    r"|\b[\w-]+\.(?:com|org|xyz|ru|cn|tk)\b(?![.(])",
    re.IGNORECASE,
)
_FOREIGN = re.compile("[^ -~\u00a1-\u017e\u2010-\u2015\u2018-\u201e•…€→−≈≠≤≥]")
"""Neither Latin letters nor their punctuation: it may look like them, and be something else."""


def why_not_plain(text: str, shown: str = "") -> str:
    """Say, as a clause, why a text is not shown; "" where it may be.

    `shown` is the evidence that it cites, whose letters of other scripts may be repeated.
    """
    line = " ".join(text.split())
    if one_line(line, len(line)) != line or not line:
        return "holds control or hidden characters, or nothing"
    if not set(_FOREIGN.findall(line)) <= set(shown):
        return "holds letters or signs of a script that nothing that it cites holds"
    if _MARKUP.search(line):
        return "holds markup"
    if _ADDRESS.search(line):
        return "holds an address"
    if holds_secret(line):
        return "holds what looks like a secret or an e-mail address"
    return ""
