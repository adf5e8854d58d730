"""AWS Lambda: predictions by a function in AWS."""

from mlops_platform.core.clues.event_handlers import handlers_of_amazon
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find handlers of events that lead to a model."""
    return model_server("aws lambda", reading, handlers_of_amazon(reading))
