"""Tests that ask the serving code: by a test client, by importing it, or over HTTP."""

import re
from collections.abc import Collection

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.facts.source_code import SourceFile, read_source_code
from mlops_platform.core.facts.text.texts import read_text
from mlops_platform.core.serving.served_files import imported_paths

CLIENTS = (
    "fastapi.testclient.TestClient",
    "starlette.testclient.TestClient",
    "streamlit.testing.",
    "gradio_client.Client",
    "async_asgi_testclient.TestClient",
)
HTTP = ("requests", "httpx", "aiohttp", "urllib", "urllib3", "http.client")
ASKS = frozenset({"get", "post", "put", "patch", "delete", "request", "urlopen"})
HERE = re.compile(r"://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)\b")
"""What has no routes of its own, as a function in a cloud, is asked where it was started."""

MOST_FILES = 300


def tests_of_serving(
    checkout: Checkout,
    repository: RepositoryFacts,
    served: Collection[str],
    routes: Collection[str],
) -> tuple[Evidence, ...]:
    """Return the test files that exercise one of the served files, or ask one of its routes."""
    paths = [
        file.path
        for file in repository.files
        if file.path.endswith(".py") and (file.role is Role.TEST or _is_named_test(file))
    ]
    modules = LocalModules.of(repository)
    files = read_source_code(checkout, repository, set(paths[:MOST_FILES])).files
    return tuple(
        Evidence(path=file.path, line=line)
        for file in files
        if (line := _line(file, modules, served) or _asked_over_http(checkout, file, routes))
        is not None
    )


def _is_named_test(file: TrackedFile) -> bool:
    """Tell a script that is started by hand to ask the server; it need not define a test."""
    return file.role is Role.SOURCE and file.path.rpartition("/")[2].startswith("test_")


def _line(file: SourceFile, modules: LocalModules, served: Collection[str]) -> int | None:
    clients = [
        call.line
        for call in file.calls
        if call.name.startswith(CLIENTS) or call.name.endswith(".test_client")
    ]
    if clients:
        return clients[0]
    if not set(imported_paths(modules, file)).intersection(served):
        return None
    return next((entry.line for entry in file.imports if entry.is_local), None)


def _asked_over_http(checkout: Checkout, file: SourceFile, routes: Collection[str]) -> int | None:
    """Return where a test names a route of the server in an address, if it sends requests."""
    has_client = any(entry.module.startswith(HTTP) for entry in file.imports)
    if not has_client or not any(call.name.rpartition(".")[2] in ASKS for call in file.calls):
        return None
    paths = {route.partition("{")[0].partition("<")[0].rstrip("/") for route in routes} - {""}
    text = read_text(checkout, file.path)
    if isinstance(text, UnreadFile):
        return None
    named = "|".join(map(re.escape, sorted(paths)))
    route = rf"(?:://[^/\s\"']{{1,200}}|[}}\"'])(?:{named})(?=[/?{{\"'])"
    match = re.search(route, text) if paths else HERE.search(text)
    return text.count("\n", 0, match.start()) + 1 if match else None
