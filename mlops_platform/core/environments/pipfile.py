"""A Pipfile; the pins of Pipfile.lock are limits."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.locked_versions import locked_versions
from mlops_platform.core.planning.manifest_choice import Declaring, lock_beside
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take `[packages]`, and what the code imports of `[dev-packages]`."""
    manifest = declaring.manifest
    if manifest is None or manifest.kind != "pipfile":
        return None
    chosen = [
        each._replace(group="")
        for each in manifest.dependencies
        if not each.group or each.name in declaring.imported
    ]
    lines = requirement_lines(chosen, declaring.imported)
    lock = lock_beside(manifest, facts)
    return Wanted(
        source="pipfile",
        because=f"{manifest.path} declares the dependencies"
        + (f", {lock} their versions" if lock else ""),
        requirements=lines.requirements,
        pins=locked_versions(lock, facts),
        left_out=lines.left_out,
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )
