"""CloudWatch: metrics and logs that a service sends to AWS."""

from mlops_platform.core.clues.clue import Clue, declared, imported
from mlops_platform.core.clues.conclude import technology
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_imports, place_in
from mlops_platform.core.facts.reading import Reading

SENDS = frozenset({"put_metric_data", "put_log_events"})


def detect(reading: Reading) -> Detection | None:
    """Find its log handler and code that sends metrics or logs; reading them is no monitoring."""
    senders = [
        Clue(file.role, place_in(file, notebook, item.line))
        for file, notebook, item in foreign_imports(reading, ["boto3", "aioboto3"])
        if any(call.name.rpartition(".")[2] in SENDS for call in file.calls)
    ]
    return technology(
        "cloudwatch", (*imported(reading, "watchtower"), *senders), declared(reading, "watchtower")
    )
