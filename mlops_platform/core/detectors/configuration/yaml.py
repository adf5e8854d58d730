"""YAML: settings files that the training reads."""

from mlops_platform.core.clues.clue import called
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.models import around_learning
from mlops_platform.core.clues.settings_files import settings_files, uses_hydra
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import own_code
from mlops_platform.core.facts.reading import Reading

LOADERS = ("yaml.safe_load", "yaml.load", "yaml.full_load", "yaml.safe_load_all", "ruamel.yaml")


def detect(reading: Reading) -> Detection | None:
    """Find learning code, or a module that it imports, that loads YAML of the repository's own."""
    if not settings_files(reading, (".yaml", ".yml")):
        return None
    by_hydra = {file.path for file, _ in own_code(reading) if uses_hydra(file)}
    loads = [clue for clue in called(reading, *LOADERS) if clue.place.path not in by_hydra]
    return technology("yaml", around_learning(reading, loads))
