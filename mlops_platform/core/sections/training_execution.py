"""What training_execution stores: the training run in the sandbox, and what it measured."""

from typing import Literal

from mlops_platform.core.sections.executed_section import ExecutedSection


class TrainingExecution(ExecutedSection):
    """What comes of training it?"""

    asset: Literal["training_execution"] = "training_execution"
