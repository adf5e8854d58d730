"""MLflow's model server: a logged model behind HTTP."""

from mlops_platform.core.clues.clue import commanded
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find commands that serve a model or build its image, else where a README gives them."""
    starts = ("mlflow models serve", "mlflow models build-docker", "mlflow deployments create")
    return technology("mlflow models serve", commanded(reading, *starts))
