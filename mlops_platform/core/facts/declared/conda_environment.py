"""Conda environment files, known by their content: a list of dependencies that are texts."""

import re

from mlops_platform.core.facts.declared.requirement import (
    ManifestText,
    Requirement,
    parse_conda,
    parse_requirement,
    present,
    python_version_of,
)
from mlops_platform.core.facts.text.documents import Document, Value, at, list_at

_CANDIDATE = re.compile(r".*(env|conda|requirement|dependenc).*\.ya?ml", re.ASCII)
_CONDA_KEYS = frozenset(["name", "channels", "prefix", "platforms", "variables"])
_INCLUDE = re.compile(r"(?:-r|--requirement)\s*=?\s*(?:file:)?(\S+)")


def may_be_conda(path: str) -> bool:
    """Tell whether a file's name is worth a look for an environment."""
    name = path.lower().rpartition("/")[2]
    return bool(_CANDIDATE.fullmatch(name)) and not name.startswith("python_env")


def parse_conda_environment(document: Document, group: str = "") -> ManifestText | None:
    """Read an environment; None for another kind of YAML file."""
    entries = list_at(document.value, "dependencies")
    if not entries or not _is_environment(document.value, entries):
        return None
    requirements: list[Requirement | None] = []
    includes: list[str] = []
    python: Requirement | None = None
    for index, entry in enumerate(entries):
        line = document.line("dependencies", index)
        if isinstance(entry, str):
            requirement = parse_conda(entry, group, line)
            python = requirement if requirement and requirement.name == "python" else python
            requirements.append(requirement)
        for number, item in enumerate(list_at(entry, "pip")):
            place = document.line("dependencies", index, "pip", number)
            include = _INCLUDE.match(item) if isinstance(item, str) else None
            includes += [include[1]] if include else []
            requirements.append(parse_requirement(str(item), group, place))
    return ManifestText(
        kind="conda",
        requirements=tuple(each for each in present(requirements) if each.name != "pip"),
        python_requires=python_version_of(python.specifier) if python else None,
        python_requires_line=python.line if python and python.specifier else None,
        includes=tuple(includes),
    )


def _is_environment(value: Value, entries: list[Value]) -> bool:
    if not all(isinstance(each, str) or list_at(each, "pip") for each in entries):
        return False
    is_named = isinstance(value, dict) and bool(_CONDA_KEYS & value.keys())
    has_python = any(str(each).startswith(("python", "pip")) for each in entries)
    # An action, a chart or a role may also list names under `dependencies`.
    is_other = any(
        at(value, key) for key in ("jobs", "steps", "apiVersion", "galaxy_info", "stages")
    )
    return (is_named or has_python) and not is_other
