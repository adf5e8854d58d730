"""Neptune: experiments on a server."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.trackers import lightning_logger, trainer_reports_to
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and loggers, else its declaration."""
    used = (
        *imported(reading, "neptune"),
        *lightning_logger(reading, "NeptuneLogger", "neptune"),
        *trainer_reports_to(reading, "neptune"),
    )
    return technology("neptune", used, declared(reading, "neptune", "neptune-client"))
