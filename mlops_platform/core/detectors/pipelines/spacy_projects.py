"""spaCy projects: commands and workflows in project.yml."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.repository import Role


def detect(reading: Reading) -> Detection | None:
    """Find the scripts of a project.yml; a file of that name without them is another tool's."""
    used = [
        Clue(Role.SOURCE, Evidence(path=command.path, line=command.line))
        for command in reading.commands.commands
        if command.source == "spacy_project"
    ]
    return technology("spacy projects", used)
