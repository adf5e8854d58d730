"""Azure Machine Learning runs: metrics that a training script logs to its run."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_calls, place_in
from mlops_platform.core.facts.reading import Reading

CONTEXTS = ("azureml.core.Run.get_context", "azureml.core.run.Run.get_context")
LOGS = frozenset({"log", "log_list", "log_row", "log_table", "log_image"})


def detect(reading: Reading) -> Detection | None:
    """Find scripts that take their run and log to it."""
    scripts = {file.path: (file, book) for file, book, _ in foreign_calls(reading, CONTEXTS)}
    used = [
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook in scripts.values()
        for call in file.calls
        if call.name.rpartition(".")[2] in LOGS and call.name.startswith((".", "azureml."))
    ]
    return technology("azureml run metrics", used)
