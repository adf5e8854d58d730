"""Docker Compose: services that start together."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role


def detect(reading: Reading) -> Detection | None:
    """Find compose files."""
    roles = {file.path: file.role for file in reading.repository.files}
    used = [
        Clue(roles.get(file.path, Role.SOURCE), Evidence(path=file.path))
        for file in reading.automation.compose_files
    ]
    return technology("docker compose", used)
