"""What is observed between two tables."""

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.observe_drift import observe_drift
from mlops_platform.core.sections.monitoring_health import DriftAnswer, DriftQuestion


def gather_drift(checkout: Checkout, question: DriftQuestion) -> DriftAnswer:
    """Compare the two tables that the question names, or say why they cannot be."""
    return observe_drift(checkout, question)
