"""One serving application: a file that serves, read together with the local modules it imports."""

import re
from collections.abc import Callable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.loggers import is_of_a_logger
from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform.core.facts.python.request_handling import RequestHandling
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.sections.deployment_readiness import ServingApplication
from mlops_platform.core.serving.model_loads import model_loads
from mlops_platform.core.serving.routes import (
    has_router,
    model_classes,
    routes_of,
    takes_routers,
)
from mlops_platform.core.serving.served_files import reached_from

DEMOS = frozenset({"chainlit", "dash", "gradio", "shiny", "streamlit"})
"""Pages that show a model to people; nobody asks them by a program, or watches them by figures."""

LOG_METHODS = {"debug", "info", "warning", "warn", "error", "exception", "critical", "log"}
RAISED = {"fastapi.HTTPException", "starlette.exceptions.HTTPException", "flask.abort"}
HANDLER_DECORATORS = ("errorhandler", "app_errorhandler", "exception_handler")
MACHINE_PATH = re.compile(r"^(/home/\w|/Users/\w|/mnt/[a-z]/|[A-Za-z]:[\\/])")
ADDRESS = re.compile(r"^https?://(localhost|127\.0\.0\.1|\d+\.\d+\.\d+\.\d+)([:/]|$)")
CALLS_OUT = ("set_tracking_uri", "set_registry_uri", "MlflowClient", "create_engine")


def serving_application(
    framework: str,
    path: str,
    files: dict[str, SourceFile],
    handling: dict[str, RequestHandling],
    modules: LocalModules,
) -> ServingApplication:
    """Describe what serves at `path`; a path that is no Python file has a framework only."""
    reached = reached_from(modules, path, files)
    own = reached[:1]
    taken = [f for f in reached[1:] if has_router(f)] if any(map(takes_routers, own)) else []
    answering = [*own, *taken]
    models = model_classes(reached)
    loads = model_loads(reached, handling, framework)
    return ServingApplication(
        framework=framework,
        path=path,
        routes=tuple(r for f in answering for r in routes_of(f, handling.get(f.path), models)),
        model_loads=loads.all,
        model_loads_per_request=loads.per_request,
        model_loads_at_start=loads.at_start,
        logging_calls=_places(reached, _logs),
        handled_errors=tuple(e for f in answering for e in _handled(f, handling.get(f.path))),
        debug_mode=_places(own, _debugs_always),
        debug_mode_by_hand=_places(own, _debugs_by_hand),
        fixed_addresses=tuple(e for f in reached for e in _fixed(f)),
        development_server=_places(own, _starts_development_server),
    )


def _places(
    files: list[SourceFile], is_meant: Callable[[SourceFile, Call], bool]
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(path=file.path, line=call.line)
        for file in files
        for call in file.calls
        if is_meant(file, call)
    )


def _logs(file: SourceFile, call: Call) -> bool:
    return call.name.rpartition(".")[2] in LOG_METHODS and is_of_a_logger(call, file)


def _debugs(file: SourceFile, call: Call) -> bool:
    starts = call.name.endswith((".run", ".Flask.run", "fastapi.FastAPI", "run_simple"))
    flags = {name for name, value in call.keywords if value is True}
    is_web = any(entry.module.startswith(("flask", "fastapi", "quart")) for entry in file.imports)
    return is_web and starts and bool(flags & {"debug", "use_debugger"})


def _debugs_always(file: SourceFile, call: Call) -> bool:
    return call.scope != "__main__" and _debugs(file, call)


def _debugs_by_hand(file: SourceFile, call: Call) -> bool:
    return call.scope == "__main__" and _debugs(file, call)


def _starts_development_server(_: SourceFile, call: Call) -> bool:
    return call.name in {"flask.Flask.run", "quart.Quart.run", "bottle.run"}


def _handled(file: SourceFile, handling: RequestHandling | None) -> list[Evidence]:
    lines = {call.line for call in file.calls if call.name in RAISED}
    lines |= {
        function.line
        for function in file.definitions
        if any(d.rpartition(".")[2] in HANDLER_DECORATORS for d in function.decorators)
    }
    lines |= set(handling.handlers) if handling else set()
    return [Evidence(path=file.path, line=line) for line in sorted(lines)]


def _fixed(file: SourceFile) -> list[Evidence]:
    paths = {line for text, line in file.strings if MACHINE_PATH.match(text)}
    paths |= {
        call.line
        for call in file.calls
        if call.name.rpartition(".")[2] in CALLS_OUT and ADDRESS.match(call.text or "")
    }
    return [Evidence(path=file.path, line=line) for line in sorted(paths)]
