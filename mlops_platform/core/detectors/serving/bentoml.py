"""BentoML: services packed with their models."""

from mlops_platform.core.clues.clue import Clue, declared, filed, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import own_code
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile

SERVICES = (
    "bentoml.Service",
    "bentoml.service",
    "bentoml.api",
    "bentoml.io",
    "bentoml.BentoService",
)


def detect(reading: Reading) -> Detection | None:
    """Find services and service files, else its declaration; its store of models serves nothing."""
    imports = imported(reading, "bentoml")
    serving = {file.path for file, _ in own_code(reading) if _defines_a_service(file)}
    used: list[Clue] = [clue for clue in imports if clue.place.path in serving]
    used += filed(reading, "bentofile.yaml", "bentofile.yml")
    return technology("bentoml", used, () if imports else declared(reading, "bentoml"))


def _defines_a_service(file: SourceFile) -> bool:
    named = [call.name for call in file.calls]
    named += [f"{each.module}.{each.name}" for each in file.imports if each.name]
    named += [name for each in file.definitions for name in (*each.decorators, *each.bases)]
    return any(name.startswith(SERVICES) for name in named)
