"""A conda environment, translated: what PyPI has under another name, and what it has not."""

import re

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.manifests import DeclaredDependency
from mlops_platform.core.planning.conda_names import pip_name, reason_without
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import is_pinned, requirement_lines
from mlops_platform.core.planning.version_specifiers import from_conda, from_pip
from mlops_platform.core.planning.wanted import Wanted

_BUILD = re.compile(r"=[\w.]+=\w+")
_EXPORTED = 10
"""From this many builds on, a file was exported by conda: it lists what others asked for."""


def wanted(declaring: Declaring, _facts: PlanningFacts) -> Wanted | None:
    """Take what the index has; of an exported environment only what the code imports."""
    manifest = declaring.manifest
    if manifest is None or manifest.kind != "conda":
        return None
    builds = sum(bool(_BUILD.search(each.specifier)) for each in manifest.dependencies)
    is_export = builds >= _EXPORTED
    kept: list[DeclaredDependency] = []
    others: list[DeclaredDependency] = []
    left_out: list[str] = []
    for each in manifest.dependencies:
        named = each._replace(name=pip_name(each.name), group="")
        reason = reason_without(each.name)
        if is_export and named.name not in declaring.imported:
            others += [] if reason else [named]
        elif reason:
            left_out.append(f"{each.name}: {reason}")
        else:
            kept.append(named)
    lines = requirement_lines(kept, declaring.imported, _specifier)
    pins = requirement_lines(others, frozenset(e.name for e in others), _specifier).requirements
    note = ", of which what the code imports is taken and the rest limits versions"
    return Wanted(
        source="conda",
        because=f"{manifest.path} declares a conda environment{note if is_export else ''}",
        requirements=lines.requirements,
        pins=tuple(sorted(pin for pin in pins if is_pinned(pin))),
        left_out=(*left_out, *lines.left_out),
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )


def _specifier(text: str) -> str | None:
    """Read conda's spelling where it is one; the section `pip:` has pip's."""
    return from_conda(text) if re.match(r"=(?!=)", text) else from_pip(text)
