"""Lock files: which kind a file is by its name, and how many distributions it fixes."""

import re

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.declared.requirements_txt import parse_requirements
from mlops_platform.core.facts.text.documents import mapping_at, parse_json

LOCK_BYTES = 32 * 1024 * 1024
_LOCK_NODES = 1_000_000
_KINDS = (
    ("poetry", re.compile(r"poetry\.lock")),
    ("uv", re.compile(r"uv\.lock")),
    ("pdm", re.compile(r"pdm\.lock")),
    ("pipenv", re.compile(r"pipfile\.lock")),
    ("pylock", re.compile(r"pylock(\.[\w-]+)?\.toml")),
    ("pixi", re.compile(r"pixi\.lock")),
    ("conda_lock", re.compile(r"([\w-]+\.)?conda-lock\.ya?ml")),
    ("conda_explicit", re.compile(r"conda-[\w.-]*\.lock|conda-lock\.txt")),
    ("requirements", re.compile(r"requirements[\w.-]*\.lock")),
)
_HEADERS = {
    "poetry": re.compile(r"^\[\[package\]\]", re.MULTILINE),
    "uv": re.compile(r"^\[\[package\]\]", re.MULTILINE),
    "pdm": re.compile(r"^\[\[package\]\]", re.MULTILINE),
    "pylock": re.compile(r"^\[\[packages\]\]", re.MULTILINE),
    "pixi": re.compile(r"^- (?:conda|pypi|kind): ", re.MULTILINE),
    "conda_explicit": re.compile(r"^https?://", re.MULTILINE),
}
_OWN_IN_UV = re.compile(r"^source = \{ (?:editable|virtual|directory) = ", re.MULTILINE)
_NAME_IN_CONDA_LOCK = re.compile(r"^ {0,4}(?:- )?name: (\S+)", re.MULTILINE)


def lock_kind(path: str) -> str | None:
    """Return the kind of lock file that a name stands for, None for any other file."""
    name = path.lower().rpartition("/")[2]
    if "lock" not in name:
        return None
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), None)


def count_locked(path: str, kind: str, text: str) -> int | UnreadFile:
    """Count the distributions that a lock file fixes, the project itself left out."""
    if kind == "pipenv":
        return _count_pipenv(path, text)
    if kind == "conda_lock":
        return len(set(_NAME_IN_CONDA_LOCK.findall(text)))
    if kind == "requirements":
        manifest = parse_requirements(text)
        return len(manifest.requirements) if manifest else 0
    count = len(_HEADERS[kind].findall(text))
    return count - len(_OWN_IN_UV.findall(text)) if kind == "uv" else count


def _count_pipenv(path: str, text: str) -> int | UnreadFile:
    document = parse_json(path, text, _LOCK_NODES)
    if isinstance(document, UnreadFile):
        return document
    groups = ("default", "develop")
    return len({name for group in groups for name in mapping_at(document.value, group)})
