"""Read one serving file, drawn from its source."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mlops_platform.core.gather.deployment_readiness import gather_deployment_readiness
from mlops_platform.core.sections.deployment_readiness import ServingApplication
from mlops_platform_tests.core.rules.cases import profile, used
from mlops_platform_tests.drawing import draw_checkout


def served(
    tmp_path: Path,
    source: str,
    framework: str = "fastapi",
    beside: Mapping[str, str] = MappingProxyType({}),
) -> ServingApplication:
    """Gather the facts of a repository whose `app.py` is `source`, with other files beside it."""
    checkout = draw_checkout(tmp_path, {"app.py": source, **beside})
    facts = gather_deployment_readiness(checkout, profile(serving=(used(framework, "app.py", 1),)))
    return facts.applications[0]
