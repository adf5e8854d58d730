"""Whether a sentence of a model's is plain text: nothing that a viewer could follow or obey."""

import re

from mlops_platform.core.evidence_block.redaction import without_secrets
from mlops_platform.core.report.escaping import one_line

_MARKUP = re.compile(r"<[A-Za-z/!?]|&(?:#\w|[A-Za-z]{2,8};)|\]\(|!\[|\]\[|^\s*\[[^\]]*\]:|```")
_ADDRESS = re.compile(
    r"://|\bwww\.|\b(?:javascript|vbscript|data|mailto|file|ftp|https?|blob):(?=\S)"
    r"|\b[\w-]+\.(?:com|org|xyz|ru|cn|tk)\b(?![.(])",
    re.IGNORECASE,
)


def why_not_plain(text: str) -> str:
    """Say, as a clause, why a text is not shown; "" where it may be."""
    line = " ".join(text.split())
    if one_line(line, len(line)) != line or not line:
        return "holds control or hidden characters, or nothing"
    if _MARKUP.search(line):
        return "holds markup"
    if _ADDRESS.search(line):
        return "holds an address"
    if without_secrets(line) != line:
        return "holds what looks like a secret or an e-mail address"
    return ""
