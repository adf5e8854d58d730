"""TOML: settings files that the training reads."""

from mlops_platform.core.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.settings_clues import settings_read

LOADERS = (
    "tomllib.load",
    "tomllib.loads",
    "tomli.load",
    "toml.load",
)


def detect(reading: Reading) -> Detection | None:
    """Find learning code that loads a settings file of this kind."""
    return technology("toml", settings_read(reading, LOADERS, (".toml",)))
