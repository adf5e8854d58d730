"""Tornado: predictions over HTTP."""

from mlops_platform.core.clues import declared
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.model_clues import serving_framework


def detect(reading: Reading) -> Detection | None:
    """Find applications that import it and lead to a model, else its declaration."""
    declarations = declared(reading, "tornado")
    return serving_framework("tornado", reading, ("tornado.web",), declarations)
