"""What monitoring_health reads: the code that serves, and the files that watch over it."""

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.python.request_handling import read_request_handling
from mlops_platform.core.facts.repository import RepositoryFacts, read_repository
from mlops_platform.core.facts.source_code import SourceFile
from mlops_platform.core.sections.deployment_readiness import ServingApplication
from mlops_platform.core.sections.monitoring_health import MonitoringHealthFacts
from mlops_platform.core.sections.project_profile import (
    Place,
    ProjectKind,
    ProjectProfileFacts,
)
from mlops_platform.core.serving.applications import serving_application
from mlops_platform.core.serving.served_files import read_served_files
from mlops_platform.core.watching import drift_code, service_code
from mlops_platform.core.watching.ci_schedules import ci_probes, ci_schedules
from mlops_platform.core.watching.services import shipped_services, watching_services
from mlops_platform.core.watching.settings_files import read_settings_files

NOTHING_RUNS = frozenset({ProjectKind.NOT_ML, ProjectKind.LIBRARY})


def gather_monitoring_health(
    checkout: Checkout, profile: ProjectProfileFacts
) -> MonitoringHealthFacts:
    """Read what watches over the model in operation; drift is observed by another reader."""
    shared = MonitoringHealthFacts.shared(profile)
    if profile.kind in NOTHING_RUNS:
        return MonitoringHealthFacts.model_validate(shared)
    repository = read_repository(checkout)
    declared = read_settings_files(checkout, repository)
    code = drift_code.candidates(checkout, repository)
    drift_checks = drift_code.drift_checks(code, profile.monitoring)
    services = shipped_services(checkout, repository, profile)
    services = services or watching_services(profile, drift_checks)
    schedules = (
        *declared.schedules,
        *drift_code.code_schedules(code),
        *ci_schedules(profile.workflows),
    )
    found: dict[str, object] = {
        "services": services,
        "schedules": schedules,
        "alerts": declared.alerts,
        "dashboards": (*declared.dashboards, *drift_code.watching_pages(code)),
        "probes": (*declared.probes, *ci_probes(profile.workflows)),
        "drift_checks": drift_checks,
        **(_of_services(checkout, repository, services) if services else {}),
    }
    return MonitoringHealthFacts.model_validate(shared | found)


def _of_services(
    checkout: Checkout, repository: RepositoryFacts, services: tuple[Place, ...]
) -> dict[str, object]:
    paths = [place.evidence.path or "" for place in services]
    files = read_served_files(checkout, repository, paths)
    applications = _applications(checkout, repository, services, files)
    read = tuple(files[path] for path in sorted(files))
    return {
        "prediction_records": service_code.prediction_records(read),
        "feedback": service_code.feedback(applications),
        "health_routes": service_code.health_routes(applications),
        "typed_inputs": (
            *service_code.typed_inputs(applications),
            *service_code.typed_apis(read),
            *service_code.checked_forms(read),
        ),
        "error_reports": service_code.error_reports(read),
    }


def _applications(
    checkout: Checkout,
    repository: RepositoryFacts,
    services: tuple[Place, ...],
    files: dict[str, SourceFile],
) -> list[ServingApplication]:
    modules = LocalModules.of(repository)
    read = {path: read_request_handling(checkout, path) for path in files}
    handling = {path: found for path, found in read.items() if found is not None}
    return [
        serving_application(place.name, place.evidence.path or "", files, handling, modules)
        for place in services
    ]
