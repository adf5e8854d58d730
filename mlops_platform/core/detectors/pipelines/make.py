"""Make: targets that run the machine-learning code."""

from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.learning_commands import learning_commands
from mlops_platform.core.clues.measuring_tests import measuring_tests
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find targets that start learning code; linters are no pipeline, and few tests are."""
    clues = (*learning_commands(reading, "makefile"), *measuring_tests(reading, "makefile"))
    return technology("make", clues)
