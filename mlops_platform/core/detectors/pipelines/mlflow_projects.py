"""MLflow Projects: entry points with parameters in an MLproject file."""

from mlops_platform.core.clues.clue import filed
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find project files."""
    return technology("mlflow projects", filed(reading, "MLproject", "MLProject"))
