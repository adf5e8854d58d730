"""Azure Machine Learning scoring script: `init` loads the model, `run` answers."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile

MODULES = {"azureml", "inference_schema"}


def detect(reading: Reading) -> Detection | None:
    """Find scripts with both functions and a model."""
    scripts = [
        Clue(file.role, place_in(file, notebook, entry.line))
        for file, notebook in own_code(reading)
        for entry in file.definitions
        if entry.name == "run" and entry.parameters and _is_for_azure(file)
    ]
    return model_server("azureml scoring script", reading, scripts)


def _is_for_azure(file: SourceFile) -> bool:
    variables = {name for name, _, _ in file.environment_variables}
    modules = {item.module.partition(".")[0] for item in file.imports}
    has_init = any(entry.name == "init" and not entry.parameters for entry in file.definitions)
    return has_init and bool(modules & MODULES or "AZUREML_MODEL_DIR" in variables)
