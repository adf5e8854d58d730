"""Docker Compose: services that start together."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role
from mlops_platform.core.sections.project_profile import READY_MADE_IMAGES


def detect(reading: Reading) -> Detection | None:
    """Find compose files, and tell whether any builds or runs the repository's own code."""
    roles = {file.path: file.role for file in reading.repository.files}
    used = [
        Clue(roles.get(file.path, Role.SOURCE), Evidence(path=file.path))
        for file in reading.automation.compose_files
    ]
    services = [each for file in reading.automation.compose_files for each in file.services]
    is_own = any(service.is_built or service.runs_mounted_code for service in services)
    return technology("docker compose", used, note="" if is_own else READY_MADE_IMAGES)
