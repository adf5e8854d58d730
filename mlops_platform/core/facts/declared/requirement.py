"""One requirement as a manifest writes it, in the spellings of pip, Poetry and conda."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from packaging.requirements import InvalidRequirement
from packaging.requirements import Requirement as PipRequirement
from packaging.utils import canonicalize_name

from mlops_platform.core.facts.text.documents import Value, at, list_at, text_at

MAX_REQUIREMENT = 1000
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,120}[A-Za-z0-9])?"
_PARTS = re.compile(rf"({_NAME})\s*(?:\[[^\]]{{0,200}}\])?\s*([^;]*)", re.ASCII)
_LOOSE = re.compile(rf"({_NAME})\s*(?:\[[^\]]{{0,200}}\])?\s*([=<>~!].*)", re.ASCII)
_EXACT = re.compile(r"={1,3}\s*v?\d[\w.+!-]*", re.ASCII)
_COMMIT = re.compile(r"@[0-9a-f]{7,64}(?:$|[#&\s])")
_EGG = re.compile(rf"[#&]egg=({_NAME})", re.ASCII)
_WHEEL = re.compile(r"/([A-Za-z0-9_.]+)-(\d[\w.+!]*)(?:-[\w.]+)*\.(?:whl|tar\.gz|zip)(?:[#?]|$)")
_CONDA = re.compile(rf"(?:[\w/.:-]+::)?({_NAME})\s*(?:\[[^\]]*\])?\s*(.*)", re.ASCII)
_CONDA_EXACT = re.compile(r"==?\d+(?:\.\w+){2,}(?:=[\w.*]+)?|==\d[\w.]*|=\d[\w.]*=[\w.]+", re.ASCII)
_POETRY_EXACT = re.compile(r"(?:={2,3}\s*)?v?\d+(?:\.\w+)*", re.ASCII)
_SINGLE = re.compile(r"[\d.]+[\w.]*", re.ASCII)


class Requirement(NamedTuple):
    """One requirement: its normalised name, its specifier as written, and where it stands.

    `is_pinned`: exactly one version is admitted. `marker` says where it applies (PEP 508).
    """

    name: str
    specifier: str
    is_pinned: bool
    group: str = ""
    line: int | None = None
    extras: tuple[str, ...] = ()
    marker: str = ""


class ManifestText(NamedTuple):
    """What one manifest says. `includes` are other requirement files that it names."""

    kind: str
    requirements: tuple[Requirement, ...]
    python_requires: str | None = None
    python_requires_line: int | None = None
    scripts: tuple[tuple[str, str], ...] = ()
    package_name: str | None = None
    includes: tuple[str, ...] = ()


def parse_requirement(text: str, group: str = "", line: int | None = None) -> Requirement | None:
    """Parse one requirement in pip's spelling; None for what names no distribution."""
    text = text.strip()
    if not text or len(text) > MAX_REQUIREMENT:
        return None
    if "://" in text and not re.match(rf"{_NAME}\s*(\[[^\]]*\])?\s*@", text):
        return _of_url(text, group, line)
    valid = _valid(text)
    parts = _PARTS.match(text) if valid else _LOOSE.fullmatch(text.split(";")[0].strip())
    if parts is None:
        return None
    specifier = parts[2].strip().strip("()")
    found = _made(parts[1], specifier, is_exact(specifier), group, line)
    if valid is None:
        return found
    return found._replace(extras=tuple(sorted(valid.extras)), marker=str(valid.marker or ""))


def is_exact(specifier: str) -> bool:
    """Tell whether a specifier of pip admits exactly one version or one commit."""
    if specifier.startswith("@"):
        address = specifier[1:].strip()
        return bool(_COMMIT.search(address) or (_WHEEL.search(address) and "file:" not in address))
    return any(_EXACT.fullmatch(part.strip()) for part in specifier.split(","))


def parse_conda(text: str, group: str = "", line: int | None = None) -> Requirement | None:
    """Parse one conda match specification such as `conda-forge::numpy=1.21.5`."""
    parts = _CONDA.fullmatch(text.split("#")[0].strip())
    if parts is None or len(text) > MAX_REQUIREMENT:
        return None
    specifier = re.sub(r"\s+", "", re.sub(r"^\s*(\d)", r"=\1", parts[2]))
    return _made(parts[1], specifier, bool(_CONDA_EXACT.fullmatch(specifier)), group, line)


def parse_table_entry(
    name: str, value: Value, group: str = "", line: int | None = None
) -> Requirement:
    """Parse one `name = value` entry of the tables of Poetry, Pipenv and pixi."""
    version = text_at(value, "version") if isinstance(value, dict) else text_at(value)
    commit = text_at(value, "rev") or text_at(value, "ref")
    source = text_at(value, "git") or text_at(value, "url")
    if source:
        specifier = f"@ {source}@{commit}" if commit else f"@ {source}"
        return _made(name, specifier, is_exact(specifier), group, line)
    specifier = "" if version.strip() == "*" else version.strip()
    found = _made(name, specifier, bool(_POETRY_EXACT.fullmatch(specifier)), group, line)
    extras = tuple(sorted(each for each in list_at(value, "extras") if isinstance(each, str)))
    # An optional entry is installed with an extra only.
    marker = 'extra == "optional"' if at(value, "optional") is True else text_at(value, "markers")
    return found._replace(extras=extras, marker=marker)


def python_version_of(specifier: str) -> str | None:
    """Return a conda or Poetry constraint on Python without the sign of equality."""
    bare = specifier.lstrip("=").split("=")[0].strip().removesuffix(".*")
    return bare if _SINGLE.fullmatch(bare) else specifier or None


def present(requirements: Iterable[Requirement | None]) -> tuple[Requirement, ...]:
    """Return the requirements that could be parsed; Python itself is no distribution."""
    return tuple(each for each in requirements if each is not None and each.name != "python")


def _valid(text: str) -> PipRequirement | None:
    try:
        return PipRequirement(text)
    except (InvalidRequirement, ValueError, RecursionError):
        return None


def _of_url(text: str, group: str, line: int | None) -> Requirement | None:
    egg, wheel = _EGG.search(text), _WHEEL.search(text)
    name = egg[1] if egg else wheel[1] if wheel else _repository_name(text)
    if name is None:
        return None
    return _made(name, f"@ {text}", is_exact(f"@ {text}"), group, line)


def _repository_name(url: str) -> str | None:
    # The last part of a version-control address is the best that is known of the name.
    if not url.startswith(("git+", "hg+", "svn+", "bzr+")):
        return None
    name = re.split(r"[@#?]", url.rpartition("/")[2])[0].removesuffix(".git")
    return name if re.fullmatch(_NAME, name) else None


def _made(name: str, specifier: str, is_pinned: bool, group: str, line: int | None) -> Requirement:
    return Requirement(str(canonicalize_name(name)), specifier, is_pinned, group, line)
