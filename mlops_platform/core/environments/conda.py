"""A conda environment, translated: what PyPI has under another name, and what it has not."""

import re

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.manifests import DeclaredDependency
from mlops_platform.core.planning.conda_names import pip_name, reason_without
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
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
    kept: list[DeclaredDependency] = []
    left_out: list[str] = []
    for each in manifest.dependencies:
        name = pip_name(each.name)
        reason = reason_without(each.name)
        if builds >= _EXPORTED and _BUILD.search(each.specifier) and name not in declaring.imported:
            continue
        if reason:
            left_out.append(f"{each.name}: {reason}")
        else:
            kept.append(each._replace(name=name, group=""))
    lines = requirement_lines(kept, declaring.imported, _specifier)
    exported = ", of which only what the code imports is taken" if builds >= _EXPORTED else ""
    return Wanted(
        source="conda",
        because=f"{manifest.path} declares a conda environment{exported}",
        requirements=lines.requirements,
        left_out=(*left_out, *lines.left_out),
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )


def _specifier(text: str) -> str | None:
    """Read conda's spelling where it is one; the section `pip:` has pip's."""
    return from_conda(text) if re.match(r"=(?!=)", text) else from_pip(text)
