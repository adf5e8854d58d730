"""CloudWatch: metrics and logs in AWS."""

from mlops_platform.core.clues import Clue, declared, imported
from mlops_platform.core.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_calls, place_in
from mlops_platform.core.facts.reading import Reading


def detect(reading: Reading) -> Detection | None:
    """Find its log handler and clients, else the handler's declaration."""
    clients = [
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook, call in foreign_calls(reading, ["boto3"])
        if call.name.endswith(".client") and call.text in ("cloudwatch", "logs")
    ]
    return technology(
        "cloudwatch", (*imported(reading, "watchtower"), *clients), declared(reading, "watchtower")
    )
