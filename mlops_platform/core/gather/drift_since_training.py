"""What is observed between a current table and what a registered model learned from."""

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.drift.training_profile import SinceTraining
from mlops_platform.core.observe_since_training import observe_since_training
from mlops_platform.core.sections.monitoring_health import DriftAnswer


def gather_drift_since_training(checkout: Checkout, question: SinceTraining) -> DriftAnswer:
    """Compare the current table with the profile, or say why they cannot be."""
    return observe_since_training(checkout, question)
