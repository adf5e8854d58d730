"""What secrets and personal data look like: the shapes that are looked for, and never passed on."""

import base64
import binascii
import re

# In a signed address it is the sender's, shown to all, and useless without its other half.
_AMAZON = re.compile(r"(?<!Credential=)(?<!AWSAccessKeyId=)\bAKIA[0-9A-Z]{16}\b")
SECRETS = (
    ("AWS access key", "AKIA", _AMAZON),
    ("private key", "PRIVATE KEY", re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----")),
    ("GitHub token", "ghp_", re.compile(r"\bghp_[A-Za-z0-9]{36}\b")),
    ("GitHub token", "gho_", re.compile(r"\bgho_[A-Za-z0-9]{36}\b")),
    ("GitHub token", "ghs_", re.compile(r"\bghs_[A-Za-z0-9]{36}\b")),
    ("GitHub token", "github_pat_", re.compile(r"\bgithub_pat_[A-Za-z0-9_]{82}\b")),
    ("Google API key", "AIza", re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b")),
    ("Slack token", "xox", re.compile(r"\bxox[abpr]-[0-9A-Za-z-]{20,80}")),
    ("OpenAI key", "sk-", re.compile(r"\bsk-(?:proj-)?[A-Za-z0-9]{40,64}\b")),
    ("Hugging Face token", "hf_", re.compile(r"\bhf_[A-Za-z0-9]{34}\b")),
)
"""Name, a part that every match holds, and the format that its issuer defines: a match is hardly
ever anything else."""

SECRET_NAME = re.compile(
    r"(?:^|[a-z_.-])(?:PASSWORD|PASSWD|SECRET|TOKEN|API[_-]?KEY"
    r"|(?:ACCESS|PRIVATE|SECRET|ACCOUNT|AUTH|ENCRYPTION|SIGNING|FERNET)[_-]?KEY)$",
    re.IGNORECASE,
)
PASSWORD_NAME = re.compile(
    r"(?:^|[a-z_.-])(?:PASSWORD|PASSWD|PASSPHRASE)$|(?:^|[_.-])(?:PWD|PASS)$", re.IGNORECASE
)
"""Names under which settings keep what nobody else may know."""

NOT_REAL = re.compile(
    r"example|sample|xxx|dummy|fake|test|placeholder|your|change|replace|insert|insecure|redacted",
    re.IGNORECASE,
)
"""Words of a value that stands for another one."""

E_MAIL = r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}"
"""For Python's `re` and for polars alike."""

_KEY = re.compile(r"[A-Za-z0-9+/=_.~-]{20,200}")
_PIECE = re.compile(r"[A-Za-z0-9]{12,}")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{32,}={0,2}")
_WORDS = re.compile(rb"[a-z]{2,}(?:[-_ .][a-z]{2,}){1,9}")
_EACH = (re.compile("[a-z]"), re.compile("[A-Z]"), re.compile("[0-9]"))
_CHANGE = re.compile(r"(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d")
_TURNS = 3
"""Changes between letter and digit: names hardly have more, twelve random signs rarely fewer."""


def is_random(value: str) -> bool:
    """Tell a key that a machine drew from words, names, paths and versions."""
    if not _KEY.fullmatch(value) or _is_of_words(value):
        return False
    if _BASE64.fullmatch(value) and all(signs.search(value) for signs in _EACH):
        return True
    return any(len(_CHANGE.findall(piece)) >= _TURNS for piece in _PIECE.findall(value))


def _is_of_words(value: str) -> bool:
    """Tell whether a value in base64 says words, which no machine draws."""
    try:
        return bool(_WORDS.fullmatch(base64.b64decode(value, validate=True)))
    except (binascii.Error, ValueError):
        return False
