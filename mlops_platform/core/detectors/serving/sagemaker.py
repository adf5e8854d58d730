"""SageMaker endpoints: predictions by an inference script in AWS."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_packages, own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile


def detect(reading: Reading) -> Detection | None:
    """Find inference scripts, by their two functions, and deployments of a model."""
    scripts = [
        Clue(file.role, place_in(file, notebook, entry.line))
        for file, notebook in own_code(reading)
        for entry in file.definitions
        if entry.name == "model_fn" and _serves(file)
    ]
    deployments = [
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook in own_code(reading)
        if "sagemaker" in foreign_packages(file)
        for call in file.calls
        if call.name == ".deploy"
        or (call.name.startswith("sagemaker.") and call.name.endswith(".deploy"))
    ]
    return technology("sagemaker", (*scripts, *deployments))


def _serves(file: SourceFile) -> bool:
    functions = {entry.name for entry in file.definitions}
    return bool(functions & {"predict_fn", "input_fn", "output_fn", "transform_fn"})
