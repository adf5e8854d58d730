"""A `pyproject.toml` with PEP 621 dependencies; the pins of a lock file beside it are limits."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.locked_versions import locked_versions
from mlops_platform.core.planning.manifest_choice import Declaring, lock_beside
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, facts: PlanningFacts) -> Wanted | None:
    """Take the main dependencies, and what the code imports of the optional ones."""
    manifest = declaring.manifest
    if manifest is None or manifest.kind != "pyproject":
        return None
    main = [each for each in manifest.dependencies if not each.group]
    imported = [e for e in manifest.dependencies if e.group and e.name in declaring.imported]
    lines = requirement_lines(
        [*main, *(e._replace(group="") for e in imported)], declaring.imported
    )
    lock = lock_beside(manifest, facts)
    return Wanted(
        source="pyproject",
        because=f"{manifest.path} declares the dependencies"
        + (f", {lock} their versions" if lock else ""),
        requirements=lines.requirements,
        pins=locked_versions(lock, facts),
        left_out=lines.left_out,
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )
