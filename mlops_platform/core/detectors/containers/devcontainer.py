"""Dev container: the environment of an editor."""

from mlops_platform.core.clues.clue import filed
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its settings."""
    files = (".devcontainer.json", ".devcontainer/devcontainer.json", "devcontainer.json")
    return technology("devcontainer", filed(reading, *files))
