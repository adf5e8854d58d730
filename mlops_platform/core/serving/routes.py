"""The HTTP routes of FastAPI and Flask code, and whether what they take is checked."""

from collections.abc import Iterator

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.python.request_handling import RequestHandling
from mlops_platform.core.facts.source_code import Definition, SourceFile
from mlops_platform.core.sections.deployment_readiness import Route

FASTAPI = ("fastapi.FastAPI.", "fastapi.APIRouter.", "fastapi.applications.", "fastapi.routing.")
FLASK = ("flask.Flask.", "flask.Blueprint.", "quart.Quart.", "flask_openapi3.")
ADDERS = frozenset({"add_api_route", "add_url_rule"})
ROUTERS = frozenset({"fastapi.APIRouter", "fastapi.routing.APIRouter", "flask.Blueprint"})
TAKERS = frozenset({"include_router", "register_blueprint"})
VERBS = {"get", "post", "put", "patch", "delete", "head", "options"}
UNTYPED = {
    *("dict", "typing.Dict", "dict[str, typing.Any]", "typing.Dict[str, typing.Any]"),
    *("list", "typing.List", "typing.Any", "object"),
}
"""Annotations that admit any JSON; `list[Row]` and `dict[str, float]` are checked."""

RAW_REQUEST = {"fastapi.Request", "starlette.requests.Request", "fastapi.requests.Request"}
CHECKING_BASES = {"BaseModel", "Schema", "Struct", "SQLModel", "RootModel", "Form", "FlaskForm"}
DEEPEST_INHERITANCE = 3
VALIDATING = ("validat", "schema", "deserialize", "parse_obj", "check_input")
"""Words in a called name that tell of a check by hand or by a library."""


def routes_of(
    file: SourceFile, handling: RequestHandling | None, models: frozenset[str]
) -> tuple[Route, ...]:
    """Return the routes that a file's decorators declare, in order, then those that calls add."""
    listed = dict(handling.methods) if handling else {}
    refusals = handling.refusals if handling else ()
    declared = tuple(
        Route(
            path=text or "",
            method=method,
            function=function.name,
            has_typed_input=_has_typed_input(file, function, decorator, models)
            or any(function.line <= line <= function.end_line for line in refusals),
            evidence=Evidence(path=file.path, line=function.line),
        )
        for function in file.definitions
        if function.kind != "class"
        for decorator, text in zip(function.decorators, function.decorator_texts, strict=True)
        if (method := _method(decorator, function, listed))
    )
    return (*declared, *_added(file, listed, models))


def _added(
    file: SourceFile, listed: dict[int, tuple[str, ...]], models: frozenset[str]
) -> Iterator[Route]:
    """Yield what `router.add_api_route("/predict", …)` and its kin add."""
    is_checked = any(_checks(call.name, models) for call in file.calls)
    for call in file.calls:
        if call.name.rpartition(".")[2] in ADDERS and (call.text or "").startswith("/"):
            yield Route(
                path=call.text or "",
                method=next(iter(listed.get(call.line, ())), "GET"),
                function="",
                has_typed_input=is_checked,
                evidence=Evidence(path=file.path, line=call.line),
            )


def has_router(file: SourceFile) -> bool:
    """Tell whether a file makes a part of a server, whose routes another file takes in."""
    return any(call.name in ROUTERS for call in file.calls)


def takes_routers(file: SourceFile) -> bool:
    """Tell whether a file takes in the routes of others."""
    return any(call.name.rpartition(".")[2] in TAKERS for call in file.calls)


def api_methods(file: SourceFile) -> list[str]:
    """Return the names of BentoML's methods, which are its routes too."""
    return [
        function.name.rpartition(".")[2] for function in file.definitions if is_api_method(function)
    ]


def is_api_method(function: Definition) -> bool:
    """Tell whether a function is a method of BentoML's that answers requests."""
    return any(
        each.startswith("bentoml.") and each.endswith(".api") for each in function.decorators
    )


def is_route(function: Definition) -> bool:
    """Tell whether a function answers requests."""
    return any(_method(decorator, function, {}) for decorator in function.decorators)


def _method(decorator: str, function: Definition, listed: dict[int, tuple[str, ...]]) -> str:
    verb = decorator.rpartition(".")[2]
    if not decorator.startswith((*FASTAPI, *FLASK)):
        return ""
    if verb in VERBS:
        return verb.upper()
    if verb not in {"route", "api_route"}:
        return ""
    above = range(function.line - len(function.decorators) * 8, function.line)
    methods = [name for line in above for name in listed.get(line, ())]
    return next((name for name in ("POST", "PUT", "PATCH") if name in methods), "GET")


def model_classes(files: list[SourceFile]) -> frozenset[str]:
    """Return the names of classes that check their input, by their bases and theirs."""
    classes = [entry for file in files for entry in file.definitions if entry.kind == "class"]
    names: set[str] = set()
    for _ in range(DEEPEST_INHERITANCE):
        names |= {
            entry.name
            for entry in classes
            if {base.rpartition(".")[2] for base in entry.bases} & (CHECKING_BASES | names)
        }
    return frozenset(names)


def _has_typed_input(
    file: SourceFile, function: Definition, decorator: str, models: frozenset[str]
) -> bool:
    if decorator.startswith(FASTAPI) and _is_typed_by_fastapi(function):
        return True
    inside = [call.name for call in file.calls if call.scope == function.name]
    wrapped = any(word in other.lower() for other in function.decorators for word in VALIDATING)
    return wrapped or any(_checks(name, models) for name in inside)


def _checks(name: str, models: frozenset[str]) -> bool:
    return name.rpartition(".")[2] in models or any(word in name.lower() for word in VALIDATING)


def _is_typed_by_fastapi(function: Definition) -> bool:
    types = [annotation for _, annotation in function.parameters]
    if UNTYPED.intersection(types):
        return False
    return not types or not RAW_REQUEST.issuperset(types)
