"""Ask every detector of a shelf what it finds in a reading."""

from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.registry import plugins

DETECTORS = "mlops_platform.core.detectors"


def detect(shelf: str, reading: Reading) -> tuple[Detection, ...]:
    """Return what the detectors of one shelf (`frameworks`, `trackers`, …) find, by name."""
    found = (detector.detect(reading) for detector in plugins(f"{DETECTORS}.{shelf}"))
    return tuple(sorted((d for d in found if d is not None), key=lambda d: d.name.lower()))
