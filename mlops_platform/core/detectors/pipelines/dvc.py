"""DVC pipelines: stages with their inputs and outputs in dvc.yaml."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role


def detect(reading: Reading) -> Detection | None:
    """Find stages with a command; files that DVC merely versions are no pipeline."""
    used = [
        Clue(Role.SOURCE, Evidence(path=command.path, line=command.line))
        for command in reading.commands.commands
        if command.source == "dvc"
    ]
    return technology("dvc", used)
