"""Sacred: configuration functions of an experiment."""

from mlops_platform.core.clues.clue import Clue, called
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import is_under, own_code, place_in
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find functions and calls that configure an experiment."""
    calls = ("sacred.Experiment.config", "sacred.Experiment.add_config")
    used = [
        Clue(file.role, place_in(file, notebook, entry.line))
        for file, notebook in own_code(reading)
        for entry in file.definitions
        if is_under("sacred.Experiment.config", entry.decorators)
    ]
    return technology("sacred", (*used, *called(reading, *calls)))
