"""Takes secrets, e-mail addresses and places of a machine out of text that leaves it.

Broader than what is reported as a committed secret: to hide too much costs a word.
"""

import re
from collections import Counter
from math import log2

from mlops_platform.core.private_shapes import E_MAIL, SECRETS

HIDDEN = "[hidden]"

_PREFIXES = sorted(
    {part for _, part, _ in SECRETS if part.isidentifier() or part.endswith("-")}
    | set("ASIA ghu_ ghr_ glpat- gsk_ npm_ pypi- dop_v1_ shpat_ sk_live_ sk_test_ rk_live_".split())
    | {"SG.", "ya29.", "AccountKey="}
)
_NAMES = (
    r"passw(?:or)?d|passphrase|pwd|secrets?|tokens?(?!iz)|api[_-]?key|(?:access|account|auth|private"
    r"|signing|encryption)[_-]?key|credentials?|dsn|(?<![a-z])sig(?![a-z])|signature(?![a-z])"
)
_SHAPES = (
    re.compile(
        r"-----BEGIN [A-Z0-9 ]{0,40}-----.*?(?:-----END [A-Z0-9 ]{0,40}-----|\Z)", re.DOTALL
    ),
    re.compile(r"(?<=://)\S*@"),
    re.compile(r"\beyJ[\w-]{6,}\.[\w-]{6,}(?:\.[\w-]*)?"),
    re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(map(re.escape, _PREFIXES))})[\w./+=-]{{12,}}"),
    re.compile(r"(?i)\bauthorization[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?:\w{1,20}\s+)?\S+"),
    re.compile(r"\b[Bb]earer\s+[\w.~+/=-]{8,}"),
    re.compile(E_MAIL),
    re.compile(r"(?i)\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"),
)
_ASSIGNED = re.compile(
    rf"(?i)((?:{_NAMES})[\w.-]{{0,20}}[\"']?\s{{0,3}}[:=]>?\s{{0,3}})"
    r"(?!\[hidden\])(\"[^\"]*\"?|'[^']*'?|[^\s,;&)}\]]+)"
)
_PLAIN_WORD = re.compile("[A-Za-z]?[a-z]*")
_TOKEN = re.compile(r"[A-Za-z0-9+/=_-]{20,}")
_FILE_ADDRESS = re.compile(r"(?i)\bfile:/\S*")
_PLACE = re.compile(
    r"(?<![\w.~…/-])(?:[A-Za-z]:|\\)?[/\\](?:[^\s/\\\"'`<>|*?:,;()\[\]{}]+[/\\])+([^\s/\\\"'`<>|*?:,;()\[\]{}]*)"
)
_HOME = re.compile(r"(?i)[/\\](?:home|users)[/\\][^/\\]*\Z")

SURELY_RANDOM, LONG, MIXED = 4, 16, 24
"""Changes between letter and digit, and lengths, that names hardly have."""

MUCH_ENTROPY = 4.2
"""Bits a character, where a digit stands among the letters."""


def without_secrets(text: str) -> str:
    """Return text in which whatever looks like a secret or an e-mail address is hidden."""
    for shape in _SHAPES:
        text = shape.sub(HIDDEN, text)
    text = _ASSIGNED.sub(lambda found: found[1] + HIDDEN, text)
    return _without_tokens(text)


def holds_secret(sentence: str) -> bool:
    """Tell whether a sentence states a secret; a plain word, as in `Secrets: rotate`, is none."""
    text = sentence
    for shape in _SHAPES:
        text = shape.sub(HIDDEN, text)
    assigned = (found[2].strip("\"'`.!?") for found in _ASSIGNED.finditer(text))
    is_assigned = any(not _PLAIN_WORD.fullmatch(value) for value in assigned)
    return is_assigned or _without_tokens(text) != sentence


def _without_tokens(text: str) -> str:
    return _TOKEN.sub(lambda found: HIDDEN if _is_random(found[0]) else found[0], text)


def without_places(text: str) -> str:
    """Return text in which absolute paths are shortened to their last part, if that is no name."""
    return _PLACE.sub(
        lambda found: "…/" if _HOME.search(found[0]) else f"…/{found[1]}",
        _FILE_ADDRESS.sub(HIDDEN, text),
    )


def _is_random(token: str) -> bool:
    """Tell a key from the names that paths and identifiers are made of."""
    pieces = [piece for piece in re.split(r"[/_=+-]", token) if piece]
    if any(len(piece) >= LONG and _changes(piece) >= SURELY_RANDOM for piece in pieces):
        return True
    joined = "".join(pieces)
    is_plain = all(re.fullmatch(r"[A-Za-z]*\d{0,4}|\d+", piece) for piece in pieces)
    if is_plain and len(pieces) > 1:
        return False
    if len(joined) < MIXED or joined in (joined.lower(), joined.upper()):
        return False
    has_digit = any(sign.isdigit() for sign in joined)
    return (has_digit and _entropy(joined) >= MUCH_ENTROPY) or _humps(joined) * 5 >= len(joined)


def _changes(piece: str) -> int:
    return len(re.findall(r"(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d", piece))


def _humps(piece: str) -> int:
    return len(re.findall(r"(?<=[a-z])[A-Z]", piece))


def _entropy(text: str) -> float:
    counts = Counter(text).values()
    return -sum(count / len(text) * log2(count / len(text)) for count in counts)
