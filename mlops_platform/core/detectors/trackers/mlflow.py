"""MLflow: experiments in a file store or on a server."""

from mlops_platform.core.clues.clue import Clue, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.clues.trackers import integration, lightning_logger, trainer_reports_to
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_packages, is_under, own_code
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import SourceFile

READS = ("load_", "get_", "search_", "list_", "download_", "set_tracking_uri", "set_registry_uri")
CLIENTS = ("MlflowClient", "ModelVersion")


def detect(reading: Reading) -> Detection | None:
    """Find code that records with it; a service that only loads models from it tracks nothing."""
    readers = {file.path for file, _ in own_code(reading) if _only_reads(file)}
    imports = imported(reading, "mlflow")
    used: list[Clue] = [clue for clue in imports if clue.place.path not in readers]
    used += lightning_logger(reading, "MLFlowLogger", "mlflow")
    used += trainer_reports_to(reading, "mlflow")
    used += integration(reading, "mlflow")
    if imports and not used:
        return None
    return technology("mlflow", used, declared(reading, "mlflow", "mlflow-skinny"))


def _only_reads(file: SourceFile) -> bool:
    if "mlflow" not in foreign_packages(file):
        return False
    calls = [
        call.name
        for call in file.calls
        if is_under(call.name, ("mlflow",)) or call.name.startswith(".log_")
    ]
    return bool(calls) and all(_reads(call) for call in calls)


def _reads(call: str) -> bool:
    parts = call.split(".")
    return parts[-1] in CLIENTS or any(part.startswith(READS) for part in parts)
