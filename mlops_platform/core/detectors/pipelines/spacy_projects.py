"""spaCy projects: commands and workflows in project.yml."""

from mlops_platform.core.clues.clue import commanded, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find project files beside spaCy."""
    spacy = (*imported(reading, "spacy", "weasel"), *commanded(reading, "spacy project", "weasel"))
    return technology("spacy projects", filed(reading, "project.yml") if spacy else ())
