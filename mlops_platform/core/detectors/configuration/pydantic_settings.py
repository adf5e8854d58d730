"""pydantic-settings: typed settings from the environment."""

from mlops_platform.core.clues.clue import declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its imports, else its declaration."""
    used = imported(reading, "pydantic_settings", "pydantic.BaseSettings")
    return technology("pydantic-settings", used, declared(reading, "pydantic-settings"))
