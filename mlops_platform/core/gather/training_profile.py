"""What is kept of the table that a model learned from."""

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.drift.training_profile import ProfileAnswer, TableToKeep
from mlops_platform.core.observe_since_training import keep_profile


def gather_training_profile(checkout: Checkout, table: TableToKeep) -> ProfileAnswer:
    """Profile the table that a model learns from, or say why it cannot be."""
    return keep_profile(checkout, table)
