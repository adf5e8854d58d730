"""Version limits in the spelling of PEP 440, from the spellings of Poetry, conda and pip."""

import re

from packaging.specifiers import InvalidSpecifier, Specifier, SpecifierSet
from packaging.version import InvalidVersion, Version

_BARE = re.compile(r"v?\d[\w.*+!]*")
_LOCAL = re.compile(r"(===?\s*[\w.!]+)\+[\w.]+")
_CONDA_PARTS = re.compile(r"(==?|>=|<=|!=|>|<|~=)?\s*([\w.*+!]+)(?:=[\w.*]+)?")
_PATCH = 2
"""From this many dots on a conda version such as `=1.2.3` is one release."""


def from_pip(text: str) -> str | None:
    """Return pip's specifier, without build tags that only a foreign index has (`+cu117`)."""
    bare = _LOCAL.sub(r"\1", text.strip())
    return _valid(f"=={bare}" if _BARE.fullmatch(bare) else re.sub(r"^=(?=\d)", "==", bare))


def from_poetry(text: str) -> str | None:
    """Return what `^1.2`, `~1.2`, `1.2` or `>=1,<2 || ^3` mean; of alternatives the last one."""
    found = [_poetry_part(part.strip()) for part in text.split("||")[-1].split(",") if part.strip()]
    return _valid(",".join(found))


def from_conda(text: str) -> str | None:
    """Return what `=1.2`, `=1.2.3=py39_0` or `>=1,<2` mean; of alternatives the last one."""
    found = []
    for part in text.split("|")[-1].split(","):
        matched = _CONDA_PARTS.fullmatch(part.strip())
        if matched is None:
            return None if part.strip() else ""
        sign, version = matched[1] or "==", matched[2]
        is_fuzzy = sign == "=" and version.count(".") < _PATCH and not version.endswith("*")
        found.append(f"{'==' if sign == '=' else sign}{version}{'.*' if is_fuzzy else ''}")
    return _valid(",".join(found))


def only_version(specifier: str) -> Version | None:
    """Return the one version that a specifier admits, None where it admits several."""
    try:
        parts = list(SpecifierSet(specifier))
    except InvalidSpecifier:
        return None
    exact = [p for p in parts if p.operator in ("==", "===") and not p.version.endswith("*")]
    try:
        return Version(exact[0].version) if len(exact) == 1 else None
    except InvalidVersion:
        return None


def ends_before(specifier: str, version: Version) -> bool:
    """Tell whether a specifier admits no release from a version on."""
    try:
        parts = list(SpecifierSet(specifier))
    except InvalidSpecifier:
        return False
    return any(_part_ends_before(part, version) for part in parts)


def starts_at(specifier: str, version: Version) -> bool:
    """Tell whether a specifier admits no release before a version."""
    try:
        parts = list(SpecifierSet(specifier))
    except InvalidSpecifier:
        return False
    return any(_part_starts_at(part, version) for part in parts)


def _part_starts_at(part: Specifier, version: Version) -> bool:
    try:
        stated = Version(part.version.removesuffix(".*"))
    except InvalidVersion:
        return False
    return part.operator in (">", ">=", "==", "===", "~=") and stated >= version


def _part_ends_before(part: Specifier, version: Version) -> bool:
    try:
        stated = Version(part.version.removesuffix(".*"))
    except InvalidVersion:
        return False
    if part.operator == "<":
        return stated <= version
    if part.operator in ("<=", "==", "===", "~="):
        return stated < version and not part.contains(version)
    return False


def _poetry_part(text: str) -> str:
    if text.startswith("^"):
        return _caret(text[1:].strip())
    if text.startswith("~") and not text.startswith("~="):
        numbers = text[1:].strip().split(".")
        return f">={text[1:].strip()},=={'.'.join(numbers[:2])}.*"
    return f"=={text}" if _BARE.fullmatch(text) else re.sub(r"^=(?=\d)", "==", text)


def _caret(version: str) -> str:
    try:
        release = Version(version).release
    except InvalidVersion:
        return version
    for position, number in enumerate(release):
        if number or position == len(release) - 1:
            above = (*release[:position], number + 1)
            return f">={version},<{'.'.join(map(str, above))}"
    return version


def _valid(text: str) -> str | None:
    try:
        return str(SpecifierSet(text)) if text else ""
    except InvalidSpecifier:
        return None
