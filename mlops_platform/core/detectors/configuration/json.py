"""JSON: settings files that the training reads."""

from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.settings_files import settings_read
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

LOADERS = (
    "json.load",
    "json.loads",
)


def detect(reading: Reading) -> Detection | None:
    """Find learning code that loads a settings file of this kind."""
    return technology("json", settings_read(reading, LOADERS, (".json",)))
