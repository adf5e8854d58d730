"""Google Cloud Functions: predictions by a function in Google's cloud."""

from mlops_platform.core.clues.event_handlers import handlers_of_google
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find handlers of events and requests that lead to a model."""
    return model_server("google cloud functions", reading, handlers_of_google(reading))
