"""SageMaker Pipelines: steps in AWS."""

from mlops_platform.core.clues.clue import imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find imports of its workflow package; the SDK alone is no pipeline."""
    used = imported(reading, "sagemaker.workflow", "sagemaker.mlops.workflow")
    return technology("sagemaker pipelines", used)
