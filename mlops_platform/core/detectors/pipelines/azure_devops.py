"""Azure DevOps: pipelines that run the machine-learning code."""

from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.learning_commands import learning_commands
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find Azure pipelines that start learning code; a build alone is CI."""
    paths = {file.path for file in reading.automation.pipelines if file.system == "azure_pipelines"}
    clues = learning_commands(reading, "ci")
    return technology("azure devops", [clue for clue in clues if clue.place.path in paths])
