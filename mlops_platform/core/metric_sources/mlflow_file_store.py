"""MLflow's store of files: `mlruns/<experiment>/<run>/metrics/<name>`, read as text."""

import re
from collections.abc import Iterable, Iterator

from mlops_platform.core.checkout import UnreadFile
from mlops_platform.core.facts.text.documents import at
from mlops_platform.core.facts.text.yaml_documents import parse_yaml
from mlops_platform.core.measuring.measurement import Found, Unread
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.stored_runs import StoredRun, StoredValue, found_in_runs
from mlops_platform.core.run_outcome import OutputFile

LARGEST = 4 << 20
MOST_RUNS = 500
_FILE = re.compile(
    r"^(?P<run>(?:.*/)?mlruns/[^/]{1,80}/[0-9a-f]{32})/"
    r"(?P<kind>metrics|params|tags|meta\.yaml)(?:/(?P<name>.{1,250}))?$"
)
_STATUS = {"1": "RUNNING", "2": "SCHEDULED", "3": "FINISHED", "4": "FAILED", "5": "KILLED"}


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield what the runs say that this execution made or went on with."""
    runs: dict[str, list[tuple[OutputFile, re.Match[str]]]] = {}
    for output, found in files.matching(_FILE):
        runs.setdefault(found["run"], []).append((output, found))
    read: list[StoredRun] = []
    for name in sorted(runs)[:MOST_RUNS]:
        run = StoredRun(source=name)
        for output, found in runs[name]:
            problem = _take(files, output, found, run)
            if problem is not None:
                yield problem
        read.append(run)
    yield from found_in_runs(read)


def _take(
    files: RunFiles, output: OutputFile, found: re.Match[str], run: StoredRun
) -> Unread | None:
    kind, name = found["kind"], found["name"] or ""
    if kind == "metrics" and name:
        added = files.added(output, LARGEST)
        if isinstance(added, Unread):
            return added
        run.values.extend(_points(name, added.lines))
        return None
    if not (kind == "meta.yaml" or name == "mlflow.runName" or kind == "params"):
        return None
    text = files.text(output, LARGEST)
    if isinstance(text, Unread):
        return text
    if kind == "params":
        run.parameters.append((name, text))
    elif name == "mlflow.runName":
        run.name = text.strip()
    else:
        _take_meta(text, run)
    return None


def _take_meta(text: str, run: StoredRun) -> None:
    documents = parse_yaml(run.source, text)
    if isinstance(documents, UnreadFile):
        return
    value = documents[0].value
    run.status = _STATUS.get(str(at(value, "status")), str(at(value, "status") or ""))
    run.name = run.name or str(at(value, "run_name") or "")
    started = at(value, "start_time")
    run.started = started if isinstance(started, int) else 0


def _points(name: str, lines: Iterable[str]) -> Iterator[StoredValue]:
    """Yield lines of `timestamp value step`; older stores have no step."""
    for line in lines:
        words = line.split()
        if len(words) > 1:
            step = words[2] if len(words) > 2 else "0"  # noqa: PLR2004
            yield StoredValue(name, words[1], int(step) if step.lstrip("-").isdigit() else 0)
