"""A log file of the requests that a service answers."""

from mlops_platform.core.clues import Clue, is_foreign, is_under, own_code, place_in
from mlops_platform.core.evidence import Detection
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.facts.source_code import Call
from mlops_platform.core.model_clues import model_server

SERVERS = ("fastapi", "flask", "starlette", "sanic", "falcon", "litserve", "bentoml", "streamlit")
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
        if any(is_foreign(item) and is_under(item.module, SERVERS) for item in file.imports)
        for call in file.calls
        if _logs_to_a_file(call)
    ]
    return model_server("request log file", reading, logs)


def _logs_to_a_file(call: Call) -> bool:
    if call.name in ("logging.basicConfig", "logging.config.fileConfig"):
        return any(word == "filename" for word, _ in call.keywords)
    return call.name in HANDLERS
