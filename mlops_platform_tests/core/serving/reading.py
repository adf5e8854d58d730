"""Read one serving file, drawn from its source."""

from pathlib import Path

from mlops_platform.core.gather.deployment_readiness import gather_deployment_readiness
from mlops_platform.core.sections.deployment_readiness import ServingApplication
from mlops_platform_tests.core.rules.cases import profile, used
from mlops_platform_tests.drawing import draw_checkout


def served(tmp_path: Path, source: str, framework: str = "fastapi") -> ServingApplication:
    """Gather the facts of a repository whose `app.py` is `source`."""
    checkout = draw_checkout(tmp_path, {"app.py": source})
    facts = gather_deployment_readiness(checkout, profile(serving=(used(framework, "app.py", 1),)))
    return facts.applications[0]
