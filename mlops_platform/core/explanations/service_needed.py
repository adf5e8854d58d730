"""The run talks to a server that is not there: a database, a tracking server, a queue."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_REFUSED = re.compile(
    r"Connection refused|ConnectionRefusedError|\[Errno 111\]|Error 111 connecting"
    r"|ServerSelectionTimeoutError"
    r"|NoBrokersAvailable|Can't connect to (?:local )?MySQL server|could not connect to server"
)
_HOST = re.compile(
    r"(?:host=['\"]|https?://|connecting to |server at ['\"]|@)"
    r"(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]{1,60})['\"/]?(?:[:,]| \([\d.]{7,15}\), )?"
    r" ?(?:port[= ]?)?(\d{2,5})?"
)
_TRACKING = re.compile(
    r"(?:API request to|HTTPConnectionPool\(host=)[ '\"]*(?:https?://)?([\w.-]{1,100})"
    r"[^\n]{0,40}?:? ?(?:port=)?(\d{2,5})?[^\n]{0,200}/mlflow/"
)
_NAMES = {
    "5000": "an MLflow tracking server",
    "5432": "PostgreSQL",
    "5433": "PostgreSQL",
    "3306": "MySQL",
    "6379": "Redis",
    "27017": "MongoDB",
    "9092": "Kafka",
    "9200": "Elasticsearch",
    "9000": "an object store",
    "8080": "a web service",
    "4200": "a Prefect server",
    "5672": "RabbitMQ",
}
"""What usually listens there."""


def explain(case: Case) -> Explained | None:
    """Name the host and the port."""
    failure = case.failure
    if failure.is_install:
        return None
    found = failure.told(_TRACKING) or failure.told(_REFUSED)
    if found is None:
        return None
    place = _TRACKING.search(found.string) or _HOST.search(found.string)
    host = place[1] if place else "another process"
    port = place[2] if place and place[2] else ""
    what = (
        "an MLflow tracking server" if "/mlflow/" in found.string else _NAMES.get(port, "a server")
    )
    where = f"{host}:{port}" if port else host
    return Explained(
        Cause.SERVICE_NEEDED,
        f"the run needs {what} at {where}, which a sandbox without network has not: {said(found)}",
        "Make the address a setting with a default that needs no server (a file, SQLite), or run it"
        " where the service is.",
    )
