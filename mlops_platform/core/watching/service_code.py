"""What the code that serves a model does to be watched: records, feedback, error reports."""

import re
from collections.abc import Iterable

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.loggers import is_of_a_logger
from mlops_platform.core.facts.source_code import Call, SourceFile
from mlops_platform.core.sections.deployment_readiness import Route, ServingApplication
from mlops_platform.core.sections.project_profile import Place
from mlops_platform.core.serving.routes import is_api_method

HEALTH_WORDS = ("health", "ready", "readiness", "live", "liveness", "ping", "status", "heartbeat")
FEEDBACK = re.compile(
    r"(?<![a-z])(?:feedback|ground[-_ ]?truth|(?:true|actual)[-_ ]?(?:label|outcome|value|target)s?"
    r"|outcomes?|annotations?|corrections?|relabel|label)(?![a-z])",
    re.IGNORECASE,
)
RECORD_NAMES = re.compile(
    r"(?:^|\.)_?(?:log|save|store|record|insert|write|persist|track|append|add|capture|publish)"
    r"_(?:\w+_)?(?:predictions?|inferences?|inputs?|features?|requests?|results?|scores?)(?:_\w+)?$",
    re.IGNORECASE,
)
"""Names of functions that say what they keep: `log_prediction`, `save_request`."""

COMPUTED = re.compile(r"(?:^|\.)_?(?:add|append)_(?:\w+_)?features?(?:_\w+)?$", re.IGNORECASE)
"""Names of functions that give a table more columns, and keep nothing."""

RECORDERS = re.compile(
    r"(?:^|\.)_?(?:prediction|inference|request)s?_?(?:logger|log|store|recorder|tracker|repo(?:sitory)?)\."
    r"(?:log|save|store|record|insert|write|add|append|put|send)\w*$",
    re.IGNORECASE,
)
"""Methods of objects that are named for keeping predictions: `prediction_logger.save_to_db`."""

WRITES = frozenset(
    {
        *("insert_one", "insert_many", "put_item", "put_record", "put_records", "send_message"),
        *("insert_rows_json", "xadd", "lpush", "rpush", "publish_message", "execute_batch"),
        *("executemany", "bulk_insert_mappings", "bulk_save_objects", "log_table"),
    }
)
"""Methods of stores and queues."""

ROW_OF_DJANGO = re.compile(
    r"(?:^|\.)\w*(?:predict|inference|score|diagnos|detection)\w*"
    r"\.objects\.a?(?:create|bulk_create|get_or_create|update_or_create)$",
    re.IGNORECASE,
)
"""A row of a table that is named for predictions: `Prediction.objects.create`."""

SESSION_WRITES = frozenset({"add", "add_all", "merge"})
SESSIONS = frozenset({"sqlalchemy", "sqlmodel", "flask_sqlalchemy"})
PRODUCERS = frozenset({"kafka", "confluent_kafka", "aiokafka"})
PRODUCES = frozenset({"send", "produce", "send_and_wait"})
ROWS = frozenset({"writerow", "writerows"})
DJANGO = frozenset({"django", "rest_framework", "ninja"})
LOG_METHODS = frozenset({"info", "debug", "warning", "log"})
PREDICTION_WORDS = re.compile(r"(?<![a-z])(?:predict\w*|inference|scor(?:e|ed|ing)|probabilit\w+)")
ERROR_METHODS = frozenset({"exception", "error", "critical"})
PROFILERS = frozenset(
    {"whylogs", "evidently", "arize", "fiddler", "nannyml", "langfuse", "phoenix"}
)
"""Packages that keep what went into a model and what came out."""


def prediction_records(files: Iterable[SourceFile]) -> tuple[Place, ...]:
    """Find calls in serving code that keep inputs or predictions."""
    return tuple(
        Place(name=name, evidence=Evidence(path=file.path, line=call.line))
        for file in files
        for call in file.calls
        if (name := _record(file, call))
    )


def feedback(applications: Iterable[ServingApplication]) -> tuple[Place, ...]:
    """Find routes that take the true outcome of a prediction."""
    return tuple(
        Place(name=f"{route.method} {route.path}", evidence=route.evidence)
        for application in applications
        for route in application.routes
        if FEEDBACK.search(f"{route.path} {route.function}") and route.method != "GET"
    )


def health_routes(applications: Iterable[ServingApplication]) -> tuple[Evidence, ...]:
    """Find routes that are asked whether the service is well, as `GET /` may be too."""
    return tuple(
        route.evidence
        for application in applications
        for route in application.routes
        if _is_health(route)
    )


def typed_inputs(applications: Iterable[ServingApplication]) -> tuple[Evidence, ...]:
    """Find routes that check what they are sent against a model of it."""
    return tuple(
        route.evidence
        for application in applications
        for route in application.routes
        if route.has_typed_input and route.method in {"POST", "PUT", "PATCH"}
    )


def checked_forms(files: Iterable[SourceFile]) -> tuple[Evidence, ...]:
    """Find where Django is asked whether what was sent fits its form or serializer."""
    return tuple(
        Evidence(path=file.path, line=call.line)
        for file in files
        if _packages(file) & DJANGO
        for call in file.calls
        if call.name.endswith(".is_valid")
    )


def typed_apis(files: Iterable[SourceFile]) -> tuple[Evidence, ...]:
    """Find methods of BentoML's services with a type for what they are sent."""
    return tuple(
        Evidence(path=file.path, line=function.line)
        for file in files
        for function in file.definitions
        if is_api_method(function) and any(annotation for _, annotation in function.parameters)
    )


def error_reports(files: Iterable[SourceFile]) -> tuple[Evidence, ...]:
    """Find logging calls of serving code that tell of failures."""
    return tuple(
        Evidence(path=file.path, line=call.line)
        for file in files
        for call in file.calls
        if call.name.rpartition(".")[2] in ERROR_METHODS and is_of_a_logger(call, file)
    )


def _record(file: SourceFile, call: Call) -> str:
    package, method = call.name.partition(".")[0], call.name.rpartition(".")[2]
    packages = _packages(file)
    if package in PROFILERS:
        return package
    is_named = any(sort.search(call.name) for sort in (RECORD_NAMES, RECORDERS, ROW_OF_DJANGO))
    if is_named and not COMPUTED.search(call.name):
        return method
    is_store = method in WRITES and call.name != method
    is_session = method in SESSION_WRITES and "session" in call.name and packages & SESSIONS
    is_queue = method in PRODUCES and packages & PRODUCERS
    if is_store or is_session or is_queue or (method in ROWS and "csv" in packages):
        return method
    text = (call.text or "").lower()
    # "Predicting ..." tells nothing of what was predicted.
    holds_values = "%" in text or "{" in text or bool(call.keywords)
    is_logged = method in LOG_METHODS and holds_values and is_of_a_logger(call, file)
    return "log" if is_logged and PREDICTION_WORDS.search(text) else ""


def _packages(file: SourceFile) -> set[str]:
    return {entry.module.partition(".")[0] for entry in file.imports}


def _is_health(route: Route) -> bool:
    if route.method == "GET" and route.path == "/":
        return True
    words = f"{route.path} {route.function}".lower()
    return any(word in words for word in HEALTH_WORDS)
