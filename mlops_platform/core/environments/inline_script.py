"""Dependencies inside the started script: the `# /// script` block of PEP 723."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
from mlops_platform.core.planning.wanted import Wanted


def wanted(declaring: Declaring, _facts: PlanningFacts) -> Wanted | None:
    """Take the block as it is."""
    manifest = declaring.manifest
    if manifest is None or manifest.kind != "inline_script":
        return None
    lines = requirement_lines(manifest.dependencies, declaring.imported)
    return Wanted(
        source="inline_script",
        because=f"{manifest.path} declares its dependencies itself",
        requirements=lines.requirements,
        left_out=lines.left_out,
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )
