"""What deployment_readiness reads: the code that serves or predicts, and the files that ship it."""

from collections.abc import Iterable

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.python.request_handling import RequestHandling, read_request_handling
from mlops_platform.core.facts.repository import RepositoryFacts, read_repository
from mlops_platform.core.facts.source_code import SourceFile, read_source_code
from mlops_platform.core.sections.deployment_readiness import (
    DeploymentReadinessFacts,
    ServingApplication,
)
from mlops_platform.core.sections.project_profile import Place, ProjectProfileFacts
from mlops_platform.core.serving import delivery, infrastructure
from mlops_platform.core.serving.applications import serving_application
from mlops_platform.core.serving.prediction_scripts import candidates, prediction_script
from mlops_platform.core.serving.routes import api_methods
from mlops_platform.core.serving.served_files import read_served_files, serving_places
from mlops_platform.core.serving.serving_tests import tests_of_serving


def gather_deployment_readiness(
    checkout: Checkout, profile: ProjectProfileFacts
) -> DeploymentReadinessFacts:
    """Read what serves and ships the model; what the profile knows already is taken from it."""
    repository = read_repository(checkout)
    places = serving_places(profile)
    files = read_served_files(checkout, repository, {path for _, path in places})
    applications = _applications(checkout, repository, places, files)
    served = {path for _, path in places if path in files}
    routes = {route.path for application in applications for route in application.routes}
    routes |= {f"/{name}" for path in served for name in api_methods(files[path])}
    found = {
        "applications": applications,
        "prediction_scripts": _scripts(checkout, repository, profile, served),
        "tests_of_serving": tests_of_serving(checkout, repository, served, routes)
        if served
        else (),
        "images_built_in_ci": _images_built(checkout, repository, profile),
        "deployments_in_ci": delivery.deployments(profile.workflows),
        "infrastructure": infrastructure.infrastructure(checkout, repository),
        "environment_variables": _environment_variables(files.values()),
        "ignores_build_context": infrastructure.build_context_filter(repository),
        "compose_files": infrastructure.compose_files(repository),
    }
    return DeploymentReadinessFacts.model_validate(DeploymentReadinessFacts.shared(profile) | found)


def _images_built(
    checkout: Checkout, repository: RepositoryFacts, profile: ProjectProfileFacts
) -> tuple[Evidence, ...]:
    built = delivery.images_built(profile.workflows)
    if built or not delivery.terraform_is_applied(profile.workflows):
        return built
    return infrastructure.images_built_by_terraform(checkout, repository)


def _applications(
    checkout: Checkout,
    repository: RepositoryFacts,
    places: list[tuple[str, str]],
    files: dict[str, SourceFile],
) -> tuple[ServingApplication, ...]:
    modules = LocalModules.of(repository)
    handling: dict[str, RequestHandling] = {}
    for path in files:
        read = read_request_handling(checkout, path)
        if read is not None:
            handling[path] = read
    return tuple(
        serving_application(framework, path, files, handling, modules) for framework, path in places
    )


def _scripts(
    checkout: Checkout,
    repository: RepositoryFacts,
    profile: ProjectProfileFacts,
    served: set[str],
) -> tuple[Place, ...]:
    paths = [path for path in candidates(repository, profile) if path not in served]
    files = read_source_code(checkout, repository, paths).files
    return tuple(place for file in files if (place := prediction_script(file)))


def _environment_variables(files: Iterable[SourceFile]) -> tuple[Place, ...]:
    return tuple(
        Place(name=name, evidence=Evidence(path=file.path, line=line))
        for file in files
        for name, _, line in file.environment_variables
    )
