"""What evaluation_execution stores: the evaluation run on what training made."""

from typing import Literal

from mlops_platform.core.sections.executed_section import ExecutedSection


class EvaluationExecution(ExecutedSection):
    """What does its own evaluation say of the trained model?"""

    asset: Literal["evaluation_execution"] = "evaluation_execution"
