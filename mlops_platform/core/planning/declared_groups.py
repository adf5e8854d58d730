"""What a manifest with groups asks for: its main one, and what the code imports of the others."""

from collections.abc import Callable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.locked_versions import locked_versions
from mlops_platform.core.planning.manifest_choice import Declaring, lock_beside
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
from mlops_platform.core.planning.version_specifiers import from_pip
from mlops_platform.core.planning.wanted import Wanted


def wanted_of_groups(
    source: str,
    declaring: Declaring,
    facts: PlanningFacts,
    specifier_of: Callable[[str], str | None] = from_pip,
) -> Wanted | None:
    """Take the groups of the chosen manifest; the pins of a lock file beside it are limits.

    `source` is the environment that asks, `specifier_of` reads the spelling of its versions.
    """
    manifest = declaring.manifest
    if manifest is None:
        return None
    chosen = [
        each._replace(group="")
        for each in manifest.dependencies
        if not each.group or each.name in declaring.imported
    ]
    lines = requirement_lines(chosen, declaring.imported, specifier_of)
    lock = lock_beside(manifest, facts)
    told = f", {lock} their versions" if lock else ""
    return Wanted(
        source=source,
        because=f"{manifest.path} declares the dependencies{told}",
        requirements=lines.requirements,
        pins=locked_versions(lock, facts),
        left_out=lines.left_out,
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )
