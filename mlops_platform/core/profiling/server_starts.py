"""What starts a web server where the project runs: containers, compose, Procfile, scripts, CI.

A README tells what a person may do, so its commands are none.
"""

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.reading import Reading
from mlops_platform.core.sections.project_profile import Place
from mlops_platform.core.shell_words import programs

SERVERS = frozenset(
    "gunicorn uvicorn waitress-serve waitress uwsgi hypercorn daphne granian".split()
)
COMMANDS = {
    "flask": {"run"},
    "fastapi": {"run", "dev"},
    "bentoml": {"serve"},
    "litestar": {"run"},
}
"""Programs that do other things too, and the words that start a server."""

SHOWN_CHARACTERS = 200
_INSTALLING = frozenset({"install", "add", "sync", "download", "freeze", "show", "pkill", "which"})


def server_starts(reading: Reading) -> tuple[Place, ...]:
    """Return the commands that start a server, by its program or as `flask run`, in order."""
    texts = [
        (each.command, Evidence(path=each.path, line=each.line))
        for each in reading.commands.commands
        if each.source != "readme"
    ]
    texts += [
        (service.command, Evidence(path=file.path, line=service.line))
        for file in reading.automation.compose_files
        for service in file.services
    ]
    texts += [
        (process.command, Evidence(path=process.path, line=process.line))
        for process in reading.automation.processes
    ]
    return tuple(
        Place(name=text[:SHOWN_CHARACTERS], evidence=place)
        for text, place in texts
        if any(_serves(words) for words in programs(text))
    )


def _serves(words: tuple[str, ...]) -> bool:
    """Tell whether a program or what it wraps (`sh -c`, `conda run`) is a server that starts."""
    bare = [word.strip("\"'") for word in words]
    names = {word.rpartition("/")[2] for word in bare}
    if names & _INSTALLING:
        return False
    pairs = {(name, other) for name in names & COMMANDS.keys() for other in bare}
    return bool(names & SERVERS) or any(other in COMMANDS[name] for name, other in pairs)
