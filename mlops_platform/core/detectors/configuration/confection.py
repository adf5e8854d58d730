"""Confection: spaCy's training settings in a config file."""

from mlops_platform.core.clues.clue import configured
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find settings files with a training section beside the pipeline's."""
    sections = reading.tool_settings.settings
    pipelines = {s.path for s in sections if s.kind == "ini_section" and s.name == "nlp"}
    trainings = configured(reading, "ini_section", "training")
    return technology("confection", [c for c in trainings if c.place.path in pipelines])
