"""BentoML's own images: a service is packed into one without a Dockerfile."""

from mlops_platform.core.clues.clue import called, commanded
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

BUILDS = ("bentoml.container.build", "bentoml.containerize", "bentoml.bentos.containerize")


def detect(reading: Reading) -> Detection | None:
    """Find calls and commands that pack a service into an image."""
    used = (*called(reading, *BUILDS), *commanded(reading, "bentoml containerize"))
    return technology("bentoml", used)
