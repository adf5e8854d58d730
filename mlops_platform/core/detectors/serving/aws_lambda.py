"""AWS Lambda: predictions by a function in AWS."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import Definition


def detect(reading: Reading) -> Detection | None:
    """Find handlers of events that lead to a model."""
    handlers = [
        Clue(file.role, place_in(file, notebook, entry.line))
        for file, notebook in own_code(reading)
        for entry in file.definitions
        if entry.kind != "class" and "." not in entry.name and _takes_an_event(entry)
    ]
    return model_server("aws lambda", reading, handlers)


def _takes_an_event(entry: Definition) -> bool:
    return [name for name, _ in entry.parameters] in (["event", "context"], ["event", "_context"])
