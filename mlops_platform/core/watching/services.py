"""Services of a model that the repository ships: code that serves, and what brings it to run."""

import re

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.repository import RepositoryFacts
from mlops_platform.core.sections.project_profile import Place, ProjectProfileFacts
from mlops_platform.core.serving.applications import DEMOS
from mlops_platform.core.serving.delivery import deployments
from mlops_platform.core.serving.infrastructure import infrastructure
from mlops_platform.core.serving.served_files import serving_places

IN_EXAMPLES = "in examples only"
PLATFORMS = frozenset(
    {
        "aws lambda",
        "azureml scoring script",
        "google cloud functions",
        "kserve",
        "sagemaker",
        "seldon",
    }
)
"""Code for these is written to be deployed there."""

SERVERS = frozenset({"uvicorn", "gunicorn", "flask", "waitress", "hypercorn", "fastapi", "bentoml"})


def shipped_services(
    checkout: Checkout, repository: RepositoryFacts, profile: ProjectProfileFacts
) -> tuple[Place, ...]:
    """Return a place per file that serves, where something brings it to run; demos are none.

    An example of a server that nothing starts is code to read, and not in operation.
    """
    services = _services(profile)
    if not services:
        return ()
    is_shipped = (
        any(place.name in PLATFORMS for place in services)
        or any(_starts_one_of(services, file.command or "") for file in profile.container_files)
        or any(_starts_one_of(services, place.name) for place in profile.server_starts)
        or deployments(profile.workflows)
        or infrastructure(checkout, repository)
    )
    return services if is_shipped else ()


def watching_services(
    profile: ProjectProfileFacts, drift_checks: tuple[Place, ...]
) -> tuple[Place, ...]:
    """Return the services where the file of one measures drift: its model is in operation."""
    watching = {place.evidence.path for place in drift_checks}
    services = _services(profile)
    return services if any(place.evidence.path in watching for place in services) else ()


def _services(profile: ProjectProfileFacts) -> tuple[Place, ...]:
    serious = tuple(
        each for each in profile.serving if each.name not in DEMOS and IN_EXAMPLES not in each.note
    )
    places = serving_places(profile.model_copy(update={"serving": serious}))
    found = {path: name for name, path in reversed(places) if not path.endswith(".ipynb")}
    lines = {(each.name, place.path): place for each in serious for place in each.evidence}
    return tuple(
        Place(name=name, evidence=lines[name, path]) for path, name in sorted(found.items())
    )


def _starts_one_of(services: tuple[Place, ...], command: str) -> bool:
    words = re.findall(r"\w+", command)
    paths = [place.evidence.path or "" for place in services]
    modules = {path.rpartition("/")[2].removesuffix(".py") for path in paths}
    return bool(modules.union(SERVERS).intersection(words))
