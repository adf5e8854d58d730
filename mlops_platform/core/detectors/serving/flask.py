"""Flask: predictions over HTTP."""

from mlops_platform.core.clues.clue import declared
from mlops_platform.core.clues.models import serving_framework
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find applications that import it and lead to a model, else its declaration."""
    declarations = declared(reading, "flask")
    return serving_framework("flask", reading, ("flask",), declarations)
