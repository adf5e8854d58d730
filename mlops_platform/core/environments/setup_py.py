"""What a `setup.py` or `setup.cfg` declares, as step one read it without running it."""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.planning.manifest_choice import Declaring
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.requirement_lines import requirement_lines
from mlops_platform.core.planning.wanted import Wanted

KINDS = ("setup_py", "setup_cfg")


def wanted(declaring: Declaring, _facts: PlanningFacts) -> Wanted | None:
    """Take `install_requires`, and what the code imports of the extras."""
    manifest = declaring.manifest
    if manifest is None or manifest.kind not in KINDS:
        return None
    chosen = [
        each._replace(group="")
        for each in manifest.dependencies
        if not each.group or each.name in declaring.imported
    ]
    lines = requirement_lines(chosen, declaring.imported)
    return Wanted(
        source="setup_py",
        because=f"{manifest.path} declares the dependencies",
        requirements=lines.requirements,
        left_out=lines.left_out,
        python=manifest.python_requires or "",
        evidence=(Evidence(path=manifest.path, line=manifest.python_requires_line),),
    )
