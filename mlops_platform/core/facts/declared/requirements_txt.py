"""Requirement files of pip: continuation lines, options, comments, hashes and includes."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.facts.declared.requirement import (
    ManifestText,
    Requirement,
    parse_requirement,
)

_NAME = re.compile(
    r"([\w.]*[-_.])?(requirements?|reqs?)([-_.][\w.-]*|\d*)?\.(txt|in|pip)", re.ASCII
)
_FOLDER = re.compile(r"(pip[-_])?requirements?|reqs?", re.ASCII)
_CONSTRAINTS = re.compile(r"constraints?|overrides?")
_INCLUDE = re.compile(r"(?:-r|--requirement)(?:\s+|=|(?<=-r))(\S+)")
_EDITABLE = re.compile(r"(?:-e|--editable)(?:\s+|=)(.+)")
_MAIN_GROUPS = frozenset("base main prod production common core all default pip full".split())
_TRAILING_OPTIONS = re.compile(r"\s--?[a-z].*")


class RequirementLine(NamedTuple):
    """One logical line: its text, and the line that it starts on."""

    text: str
    line: int


def is_requirements_path(path: str) -> bool:
    """Tell whether a file is named, or lies, like a requirement file of pip."""
    *folders, name = path.lower().split("/")
    if _CONSTRAINTS.search(name):
        return False
    in_folder = bool(folders) and bool(_FOLDER.fullmatch(folders[-1])) and name.endswith(".txt")
    return in_folder or bool(_NAME.fullmatch(name))


def group_of(path: str) -> str:
    """Return the group that a requirement file's name speaks of, "" for the main one."""
    stem = path.lower().rpartition("/")[2].rpartition(".")[0]
    group = re.sub(r"requirements?|reqs?|environment|conda|dependencies|\benv\b", "", stem)
    group = group.strip("-_. ")
    return "" if group in _MAIN_GROUPS or group.isdigit() else group


def parse_requirements(text: str, group: str = "") -> ManifestText | None:
    """Parse a requirement file; None for prose that only bears the name of one."""
    requirements: list[Requirement] = []
    includes: list[str] = []
    strange = 0
    for each in logical_lines(text):
        include = _INCLUDE.match(each.text)
        requirement = _requirement(each, group)
        if include:
            includes.append(include[1].strip("\"'"))
        elif requirement is not None and requirement.name != "python":
            requirements.append(requirement)
        elif not each.text.startswith(("-", ".", "/", "{", "http", "$")):
            strange += 1
    if strange > len(requirements) + len(includes):
        return None
    return ManifestText("requirements_txt", tuple(requirements), includes=tuple(includes))


def is_fully_hashed(text: str) -> bool:
    """Tell whether every requirement of a file carries a hash, as a lock file's do."""
    lines = [each.text for each in logical_lines(text) if not each.text.startswith("-")]
    return bool(lines) and all("--hash=" in line for line in lines)


def logical_lines(text: str) -> Iterator[RequirementLine]:
    """Yield the lines that say something: comments cut, continued lines joined."""
    parts: list[str] = []
    start = 1
    for number, line in enumerate(text.split("\n"), start=1):
        bare = re.sub(r"(^|\s)#.*", "", line)
        start = start if parts else number
        parts.append(bare.rstrip().removesuffix("\\").strip())
        if bare.rstrip().endswith("\\"):
            continue
        joined = " ".join(part for part in parts if part)
        parts = []
        if joined:
            yield RequirementLine(joined, start)


def _requirement(line: RequirementLine, group: str) -> Requirement | None:
    editable = _EDITABLE.match(line.text)
    text = editable[1] if editable else line.text
    if text.startswith(("-", ".", "/", "file:")):
        return None
    return parse_requirement(_TRAILING_OPTIONS.sub("", text), group, line.line)
