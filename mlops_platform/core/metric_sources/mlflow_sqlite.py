"""MLflow's store in SQLite, which it writes by default since its third version: `mlflow.db`.

Only runs that the checkout's own file does not hold are of this execution.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import Found, Unread
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.sqlite_bytes import Query, UnreadableDatabaseError, rows_of
from mlops_platform.core.measuring.stored_runs import StoredRun, StoredValue, found_in_runs

LARGEST = 64 << 20
MOST_RUNS = 1000
MOST_VALUES = 500_000
_DATABASE = re.compile(r"\.(?:db|sqlite3?)$")
_WRITE_AHEAD = re.compile(r"\.(?:db|sqlite3?)-(?:wal|journal)$")
_RUNS = Query(
    "runs",
    ("run_uuid", "name", "status", "start_time"),
    MOST_RUNS,
)
_METRICS = Query(
    "metrics", ("run_uuid", "key", "value", "step", "is_nan", "timestamp"), MOST_VALUES
)
_PARAMETERS = Query("params", ("run_uuid", "key", "value"), MOST_VALUES)
_TAGS = Query("tags", ("run_uuid", "key", "value"), MOST_VALUES)


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield what the runs say that this execution made."""
    for output, _ in files.matching(_DATABASE):
        data, before = files.read(output, LARGEST), files.before(output, LARGEST)
        if isinstance(data, Unread) or isinstance(before, Unread):
            yield from (each for each in (data, before) if isinstance(each, Unread))
            continue
        try:
            runs = _runs(output.path, data)
            for row in rows_of(before, _RUNS) if before else ():
                runs.pop(str(row[0]), None)
            yield from found_in_runs(list(runs.values()))
        except UnreadableDatabaseError as error:
            yield Unread(f"{output.path}: {error}")
    for output, _ in files.matching(_WRITE_AHEAD):
        if output.size_bytes:
            yield Unread(f"{output.path}: what was not yet written to its database was not read")


def _runs(path: str, data: bytes) -> dict[str, StoredRun]:
    """Return the runs of a database by their id; none where it is not MLflow's."""
    runs: dict[str, StoredRun] = {}
    for key, name, status, started in rows_of(data, _RUNS):
        runs[str(key)] = StoredRun(
            source=f"{path} (run {str(key)[:8]})",
            name=str(name or ""),
            status=str(status or ""),
            started=started if isinstance(started, int) else 0,
        )
    points = sorted(rows_of(data, _METRICS), key=_order)
    for key, name, value, step, is_nan, _ in points:
        if str(key) in runs:
            told = "nan" if is_nan else repr(value)
            at = step if isinstance(step, int) else 0
            runs[str(key)].values.append(StoredValue(str(name), told, at))
    for key, name, value in rows_of(data, _PARAMETERS):
        if str(key) in runs:
            runs[str(key)].parameters.append((str(name), str(value)))
    for key, name, value in rows_of(data, _TAGS):
        if str(key) in runs and name == "mlflow.runName":
            runs[str(key)].name = str(value)
    return runs


def _order(row: tuple[object, ...]) -> tuple[str, str, int, int]:
    key, name, _, step, _, timestamp = row
    numbers = [value if isinstance(value, int) else 0 for value in (step, timestamp)]
    return str(key), str(name), numbers[0], numbers[1]
