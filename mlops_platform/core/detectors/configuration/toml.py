"""TOML: settings files that the training reads."""

from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.settings_files import settings_read
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading

LOADERS = (
    "tomllib.load",
    "tomllib.loads",
    "tomli.load",
    "toml.load",
)


def detect(reading: Reading) -> Detection | None:
    """Find learning code that loads a settings file of this kind."""
    return technology("toml", settings_read(reading, LOADERS, (".toml",)))
