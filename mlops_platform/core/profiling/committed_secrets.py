"""Keys and passwords in committed files: by the shape of the value, and by the name that it has.

A value under a name such as `api_key` counts where a machine drew it. A password that a person
chose is told apart, and so is one that everybody guesses, as local stacks have them. No value
leaves this module.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.facts.text.texts import decode, read_bytes
from mlops_platform.core.private_shapes import NOT_REAL, SECRETS
from mlops_platform.core.profiling.named_values import NamedValue, in_code, in_settings
from mlops_platform.core.profiling.secret_values import Sort, sorts_of

SETTINGS = frozenset("yml yaml json toml cfg ini env conf properties tf tfvars sh".split())
CODE = frozenset("py ipynb js ts md txt".split())
SETTINGS_NAMES = re.compile(r"(^|/)(\.env(\.\w+)?|\.dvc/config|credentials|\.pypirc)$")
KEY_FILES = re.compile(r"(^|/)id_(rsa|dsa|ecdsa|ed25519)$")
FOR_SHOW = re.compile(r"example|sample|template|\.dist\b", re.IGNORECASE)
WORDS = (
    b"passw",
    b"passphrase",
    b"pwd",
    b"secret",
    b"token",
    b"_key",
    b"-key",
    b"ikey",
    b"skey",
    b"wandb.login",
)
IN_SETTINGS = (*WORDS, b"pass", b"key")
IN_JSON = (*WORDS, b'"key"', b"_pass", b'"pass"')
"""Tables in JSON are many and long, and speak of passengers and keyboards."""

SEARCHED_BYTES = 256 * 1024
MOST_SEARCHED = 2_000
MOST_IN_A_FILE = 20
"""A table of users says no more with its thousandth row."""


class CommittedSecrets(NamedTuple):
    """Places by path and line; the note of each says what stands there."""

    keys: tuple[Evidence, ...]
    passwords: tuple[Evidence, ...]
    default_passwords: tuple[Evidence, ...]


def find_committed_secrets(checkout: Checkout, repository: RepositoryFacts) -> CommittedSecrets:
    """Search the project's own texts of a usual size."""
    found = {sort: dict[tuple[str, int], Evidence]() for sort in Sort}
    for path in _searched(repository):
        data = read_bytes(checkout, path, SEARCHED_BYTES)
        if not isinstance(data, UnreadFile) and _may_hold_a_secret(path, data):
            for sort, line, note in _secrets_in(path, decode(data) or ""):
                place = Evidence(path=path, line=line, note=note)
                found[sort].setdefault((path, line), place)
    return CommittedSecrets(
        keys=tuple(found[Sort.KEY].values()),
        passwords=tuple(found[Sort.PASSWORD].values()),
        default_passwords=tuple(found[Sort.DEFAULT_PASSWORD].values()),
    )


def _searched(repository: RepositoryFacts) -> list[str]:
    wanted = [
        file.path
        for file in repository.files
        if file.role in {Role.SOURCE, Role.EXAMPLE}
        and file.size_bytes <= SEARCHED_BYTES
        and (_is_settings(file.path) or _ending(file.path) in CODE or KEY_FILES.search(file.path))
    ]
    return wanted[:MOST_SEARCHED]


def _may_hold_a_secret(path: str, data: bytes) -> bool:
    """Ask cheaply, so that few files need decoding; UTF-16 has a zero in every other byte."""
    lower = data.lower()
    is_json = path.endswith(".json")
    words = IN_JSON if is_json else IN_SETTINGS if _is_settings(path) else WORDS
    return (
        b"\x00" in data[:8]
        or any(part.encode() in data for _, part, _ in SECRETS)
        or any(word in lower for word in words)
        or (_is_settings(path) and b"://" in data and b"@" in data)
    )


def _secrets_in(path: str, text: str) -> Iterator[tuple[Sort, int, str]]:
    for name, part, pattern in SECRETS:
        if part in text:
            for match in pattern.finditer(text):
                if not NOT_REAL.search(match[0]):
                    yield Sort.KEY, text.count("\n", 0, match.start()) + 1, name
    if FOR_SHOW.search(path.rpartition("/")[2]):
        return
    values = in_settings(path, text) if _is_settings(path) else in_code(text)
    for sort, value in islice(sorts_of(values), MOST_IN_A_FILE):
        if sort is Sort.KEY or _is_settings(path):
            yield sort, value.line, _note(sort, value)


def _note(sort: Sort, value: NamedValue) -> str:
    if value.name:
        return f"a value of `{value.name}`"
    return "a key in an address" if sort is Sort.KEY else "a password in an address"


def _is_settings(path: str) -> bool:
    return _ending(path) in SETTINGS or bool(SETTINGS_NAMES.search(path))


def _ending(path: str) -> str:
    name = path.rpartition("/")[2].lower()
    return name.rpartition(".")[2]
