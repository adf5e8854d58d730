"""Where serving code loads its model: once, when it starts, or again with every request."""

from collections.abc import Set
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.request_handling import RequestHandling
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.profiling.model_files import loads_model
from mlops_platform.core.sections.project_profile import Place
from mlops_platform.core.serving.routes import is_route

CACHES = ("cache", "lru_cache", "cached", "cache_resource", "cache_data", "singleton", "memoize")


STARTS = ("on_event", "lifespan", "asynccontextmanager", "before_first_request", "startup")


class ModelLoads(NamedTuple):
    """All loads, those at the start, and those with every request; the rest was not followed."""

    all: tuple[Place, ...]
    at_start: tuple[Place, ...]
    per_request: tuple[Place, ...]


def model_loads(
    files: list[SourceFile], handling: dict[str, RequestHandling], framework: str
) -> ModelLoads:
    """Find the loads of an application's files, and those that each request repeats.

    A load counts as repeated when it stands, without a condition and without a cache, in a route or
    in a function of the same file that a route calls; in streamlit, whose script runs again with
    every click, also at the top of the script. It counts as done at the start at module level, in
    a constructor, a start hook or a cached function, and under a condition. A route that renews
    what other routes answer with (`global model`) loads once each time that it is asked to.
    """
    loads = [(file, call) for file in files for call in file.calls if loads_model(call, file)]
    repeated = [
        (file, call)
        for file, call in loads
        if not _is_conditional(handling, file, call)
        and (
            _is_requested(file, call, handling)
            or (framework == "streamlit" and _reruns(files, file, call))
        )
    ]
    at_start = [
        (file, call)
        for file, call in loads
        if (file, call) not in repeated
        and (_is_conditional(handling, file, call) or _is_at_start(files, file, call))
    ]
    return ModelLoads(_places(loads), _places(at_start), _places(repeated))


def _is_at_start(files: list[SourceFile], file: SourceFile, call: Call) -> bool:
    scope, name = call.scope, call.scope.rpartition(".")[2]
    if scope in {"", "__main__"} or name in {"__init__", "init", "lifespan"}:
        return True
    if _is_decorated(file, scope, (*CACHES, *STARTS)):
        return True
    return any(
        other.scope in {"", "__main__"} and other.name.rpartition(".")[2] == name
        for known in files
        for other in known.calls
    )


def _is_requested(file: SourceFile, call: Call, handling: dict[str, RequestHandling]) -> bool:
    routes = {d.name for d in file.definitions if d.kind != "class" and is_route(d)}
    scope = call.scope
    if scope in routes:
        return not _renews(handling, file, call, routes)
    if not scope or scope == "__main__" or _is_decorated(file, scope, CACHES):
        return False
    asking = [other for other in file.calls if other.name == scope and other.scope in routes]
    return any(not _renews(handling, file, other, routes) for other in asking)


def _renews(
    handling: dict[str, RequestHandling], file: SourceFile, call: Call, routes: Set[str]
) -> bool:
    """Tell whether a route keeps what it calls for, and another route answers with it."""
    known = handling.get(file.path)
    return known is not None and any(
        renewal.start <= call.line <= renewal.end and routes & set(renewal.readers) - {call.scope}
        for renewal in known.renewals
    )


def _reruns(files: list[SourceFile], file: SourceFile, call: Call) -> bool:
    return file is files[0] and call.scope in {"", "__main__"}


def _is_decorated(file: SourceFile, scope: str, decorators: tuple[str, ...]) -> bool:
    names = {scope, scope.rpartition(".")[2]}
    return any(
        decorator.rpartition(".")[2] in decorators
        for function in file.definitions
        if function.name in names
        for decorator in function.decorators
    )


def _is_conditional(handling: dict[str, RequestHandling], file: SourceFile, call: Call) -> bool:
    known = handling.get(file.path)
    return known is None or known.is_conditional(call.line)


def _places(loads: list[tuple[SourceFile, Call]]) -> tuple[Place, ...]:
    return tuple(
        Place(name=call.name.lstrip("."), evidence=Evidence(path=file.path, line=call.line))
        for file, call in loads
    )
