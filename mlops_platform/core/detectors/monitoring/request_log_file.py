"""A log file of the requests that a service answers."""

from mlops_platform.core.clues.clue import Clue
from mlops_platform.core.clues.models import model_server
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.own_code import foreign_packages, own_code, place_in
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import Call

SERVERS = frozenset("fastapi flask starlette sanic falcon litserve bentoml streamlit".split())
HANDLERS = frozenset(
    {
        "logging.FileHandler",
        "logging.handlers.RotatingFileHandler",
        "logging.handlers.TimedRotatingFileHandler",
    }
)


def detect(reading: Reading) -> Detection | None:
    """Find services of a model that log to a file."""
    logs = [
        Clue(file.role, place_in(file, notebook, call.line))
        for file, notebook in own_code(reading)
        if foreign_packages(file) & SERVERS
        for call in file.calls
        if _logs_to_a_file(call)
    ]
    return model_server("request log file", reading, logs)


def _logs_to_a_file(call: Call) -> bool:
    if call.name in ("logging.basicConfig", "logging.config.fileConfig"):
        return any(word == "filename" for word, _ in call.keywords)
    return call.name in HANDLERS
