"""BentoML: models packed as services."""

from mlops_platform.core.clues.clue import declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and service files, else its declaration."""
    used = (*imported(reading, "bentoml"), *filed(reading, "bentofile.yaml", "bentofile.yml"))
    return technology("bentoml", used, declared(reading, "bentoml"))
