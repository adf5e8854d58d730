"""Exact versions of a lock file, as limits for an installer."""

import re

from packaging.utils import canonicalize_name

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.declared.lock_files import LOCK_BYTES
from mlops_platform.core.facts.text.documents import Value, list_at, mapping_at, parse_json, text_at
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.planning.planning_facts import PlanningFacts

_PACKAGE = re.compile(r"^\[\[package\]\]\s*$", re.MULTILINE)
_NAME = re.compile(r'^name = "([A-Za-z0-9._-]{1,120})"', re.MULTILINE)
_VERSION = re.compile(r'^version = "([A-Za-z0-9.!+_-]{1,60})"', re.MULTILINE)
_LOCAL_SOURCE = re.compile(
    r"^source = \{ (?:editable|virtual|directory|git|url) = |^\[package\.source\]", re.MULTILINE
)
_NODES = 1_000_000
MOST_PINS = 2000


def locked_versions(lock: str | None, facts: PlanningFacts) -> tuple[str, ...]:
    """Return `name==version` for all that a lock file fixes to one version, by name.

    A distribution with several versions (one per Python) is not limited, nor is one from an
    address; of `1.2+cu117` the plain version counts.
    """
    text = read_text(facts.checkout, lock, LOCK_BYTES) if lock else ""
    if isinstance(text, UnreadFile) or not text or lock is None:
        return ()
    pairs = _of_pipenv(lock, text) if lock.endswith("Pipfile.lock") else _of_toml(text)
    versions: dict[str, set[str]] = {}
    for name, version in pairs:
        versions.setdefault(canonicalize_name(name), set()).add(version.partition("+")[0])
    single = ((name, found) for name, found in sorted(versions.items()) if len(found) == 1)
    return tuple(f"{name}=={found.pop()}" for name, found in single)[:MOST_PINS]


def _of_toml(text: str) -> list[tuple[str, str]]:
    """Read the blocks of a lock file that a tool wrote, line by line: parsing it all costs more."""
    found = []
    for block in _PACKAGE.split(text)[1:]:
        name, version = _NAME.search(block), _VERSION.search(block)
        if name and version and not _LOCAL_SOURCE.search(block):
            found.append((name[1], version[1]))
    return found


def _of_pipenv(path: str, text: str) -> list[tuple[str, str]]:
    document = parse_json(path, text, _NODES)
    if isinstance(document, UnreadFile):
        return []
    value: Value = document.value
    return [
        (name, text_at(entry, "version").removeprefix("=="))
        for group in ("default", "develop")
        for name, entry in mapping_at(value, group).items()
        if text_at(entry, "version").startswith("==") and not list_at(entry, "git")
    ]
