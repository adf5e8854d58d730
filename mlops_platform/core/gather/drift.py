"""What is observed between two tables; the libraries for it are loaded in the child only."""

from mlops_platform.core.ports import Checkout
from mlops_platform.core.sections.monitoring_health import DriftAnswer, DriftQuestion


def gather_drift(checkout: Checkout, question: DriftQuestion) -> DriftAnswer:
    """Compare the two tables that the question names, or say why they cannot be."""
    from mlops_platform.core.observe_drift import observe_drift

    return observe_drift(checkout, question)
