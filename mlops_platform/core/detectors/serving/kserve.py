"""KServe: models as Kubernetes objects."""

from mlops_platform.core.clues.clue import configured, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its objects and imports, else its declaration."""
    objects = configured(reading, "kubernetes", "serving.kserve.io/*", "serving.kubeflow.org/*")
    used = (*objects, *imported(reading, "kserve", "kfserving"))
    return technology("kserve", used, declared(reading, "kserve"))
