"""Tests that ask the serving code: through a test client, or by importing its module."""

from collections.abc import Collection

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.facts.source_code import SourceFile, read_source_code
from mlops_platform.core.ports import Checkout
from mlops_platform.core.serving.served_files import imported_paths

CLIENTS = (
    "fastapi.testclient.TestClient",
    "starlette.testclient.TestClient",
    "streamlit.testing.",
    "gradio_client.Client",
    "async_asgi_testclient.TestClient",
)
MOST_FILES = 300


def tests_of_serving(
    checkout: Checkout, repository: RepositoryFacts, served: Collection[str]
) -> tuple[Evidence, ...]:
    """Return the test files that exercise one of the served files."""
    paths = [
        file.path
        for file in repository.files
        if file.role is Role.TEST and file.path.endswith(".py")
    ]
    modules = LocalModules.of(repository)
    files = read_source_code(checkout, repository, set(paths[:MOST_FILES])).files
    return tuple(
        Evidence(path=file.path, line=line)
        for file in files
        if (line := _line(file, modules, served)) is not None
    )


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
