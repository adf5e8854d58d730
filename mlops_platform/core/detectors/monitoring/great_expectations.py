"""Great Expectations: claims that data must meet."""

from mlops_platform.core.clues.clue import declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports and project files, else its declaration."""
    used = (*imported(reading, "great_expectations"), *filed(reading, "great_expectations.yml"))
    return technology("great expectations", used, declared(reading, "great-expectations"))
