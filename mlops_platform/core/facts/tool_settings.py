"""Headings of settings files: which tools a repository configures, told line by line.

Only names are taken, never values that a tool would read. Lines, not parsers: a template's
`pyproject.toml` with placeholders in it still says which tools it is for.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.text.texts import read_text

MOST_FILES = 2_000
"""YAML files looked at, by path: manifests of thousands of objects need no more."""

MOST_BYTES = 256 * 1024
_YAML = (".yaml", ".yml")
_TABLE = re.compile(r"^\[{1,2}\s*([A-Za-z0-9_.\-\"' ]{1,200}?)\s*\]{1,2}\s*(?:#.*)?$")
_SECTION = re.compile(r"^\[([^\[\]]{1,200})\]")
_HOOK = re.compile(r"^\s*-?\s*id:\s*['\"]?([A-Za-z0-9_.\-]{1,100})")
_SWEEP = re.compile(r"^\s*-\s*(?:override\s+)?/?hydra/(sweeper|launcher):\s*([\w\-]{1,60})")
_API_VERSION = re.compile(r"^apiVersion:\s*['\"]?([\w./\-]{1,120})")
_KIND = re.compile(r"^kind:\s*['\"]?(\w{1,80})")


class ToolSetting(NamedTuple):
    """One heading and what it names.

    `kind` is toml_table (`tool.ruff`), ini_section (`tool:pytest`), hook (the id of a pre-commit
    hook), kubernetes (`serving.kserve.io/v1beta1 InferenceService`) or hydra (`sweeper optuna`).
    """

    kind: str
    name: str
    path: str
    line: int
    role: Role


class ToolSettingsFacts(NamedTuple):
    """All headings by path and line."""

    settings: tuple[ToolSetting, ...]
    unread: tuple[UnreadFile, ...]


def read_tool_settings(checkout: Checkout, repository: RepositoryFacts) -> ToolSettingsFacts:
    """Read the headings of every settings file outside vendored trees."""
    settings: list[ToolSetting] = []
    unread: list[UnreadFile] = []
    for file in _settings_files(repository):
        text = read_text(checkout, file.path, MOST_BYTES)
        if isinstance(text, UnreadFile):
            unread.append(text)
            continue
        settings.extend(
            ToolSetting(kind, name, file.path, line, file.role)
            for kind, name, line in _headings(file.path, text)
        )
    return ToolSettingsFacts(tuple(settings), tuple(unread))


def _settings_files(repository: RepositoryFacts) -> list[TrackedFile]:
    own = [f for f in repository.files if f.role not in (Role.VENDORED, Role.GENERATED)]
    named = [f for f in own if f.path.endswith((".toml", ".cfg", ".ini"))]
    yaml = [f for f in own if f.path.endswith(_YAML) and f.size_bytes <= MOST_BYTES]
    return sorted([*named, *yaml[:MOST_FILES]], key=lambda file: file.path)


def _headings(path: str, text: str) -> Iterator[tuple[str, str, int]]:
    name = path.rpartition("/")[2]
    if name == "pyproject.toml":
        yield from _matches("toml_table", _TABLE, text)
    elif name.endswith((".cfg", ".ini")):
        yield from _matches("ini_section", _SECTION, text)
    elif name.startswith(".pre-commit-config."):
        yield from _matches("hook", _HOOK, text)
    elif name.endswith(_YAML):
        yield from _matches("hydra", _SWEEP, text)
        yield from _objects(text)


def _matches(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, str, int]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if found := pattern.match(line[:400]):
            yield kind, " ".join(part.strip() for part in found.groups()), number


def _objects(text: str) -> Iterator[tuple[str, str, int]]:
    """Pair `apiVersion` and `kind` of each YAML document that holds a Kubernetes object."""
    version, kind, at = "", "", 0
    for number, line in enumerate([*text.split("\n"), "---"], start=1):
        if line.startswith("---"):
            if version and kind:
                yield "kubernetes", f"{version} {kind}", at
            version, kind = "", ""
        elif found := _API_VERSION.match(line[:400]):
            version = found[1]
        elif found := _KIND.match(line[:400]):
            kind, at = found[1], number
