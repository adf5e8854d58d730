"""What Weights & Biases leaves when it is offline: `wandb/<run>/run-<id>.wandb`, or a summary.

Older versions write `files/wandb-summary.json` too; it is read where there is no other file.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.event_records import BrokenRecordError
from mlops_platform.core.measuring.measurement import STORE, Found, Unread
from mlops_platform.core.measuring.metric_document import measurements_of
from mlops_platform.core.measuring.metric_json import parse_metric_json
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place
from mlops_platform.core.measuring.stored_runs import StoredRun, StoredValue, found_in_runs
from mlops_platform.core.measuring.wandb_records import logged_items, plain_value

LARGEST = 64 << 20
LARGEST_SUMMARY = 4 << 20
_RUN = re.compile(r"^(?:.*/)?wandb/(?:offline-)?run-[\w-]{1,80}/run-[\w-]{1,80}\.wandb$")
_SUMMARY = re.compile(r"^(?:.*/)?wandb/(?:offline-)?run-[\w-]{1,80}/files/wandb-summary\.json$")
_OF_THE_TOOL = ("_", "epoch", "global_step")


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield what each run logged."""
    runs = []
    for output, _ in files.matching(_RUN):
        data = files.read(output, LARGEST)
        if isinstance(data, Unread):
            yield data
            continue
        run = StoredRun(source=output.path)
        try:
            _read_run(run, data)
        except BrokenRecordError as error:
            yield Unread(f"{output.path}: {error}")
        runs.append(run)
    yield from found_in_runs(runs)
    if not runs:
        yield from _summaries(files)


def _read_run(run: StoredRun, data: bytes) -> None:
    """Take every value of a run; a summary counts for what has no history."""
    summary: dict[str, StoredValue] = {}
    for item in logged_items(data):
        value = plain_value(item.value)
        if item.kind == "exit":
            run.status = "FINISHED" if item.value == "0" else "FAILED"
        elif not item.name or item.name.startswith(_OF_THE_TOOL) or value is None:
            continue
        elif item.kind == "config":
            run.parameters.append((item.name, str(value)))
        elif isinstance(value, int | float):
            stored = StoredValue(item.name, repr(float(value)), item.step)
            if item.kind == "history":
                run.values.append(stored)
            else:
                summary[item.name] = stored
    logged = {value.name for value in run.values}
    run.values.extend(value for name, value in summary.items() if name not in logged)


def _summaries(files: RunFiles) -> Iterator[Found]:
    summaries = list(files.matching(_SUMMARY))
    for position, (output, _) in enumerate(summaries, start=1):
        text = files.text(output, LARGEST_SUMMARY)
        if isinstance(text, Unread):
            yield text
            continue
        value = parse_metric_json(output.path, text)
        if isinstance(value, Unread):
            yield value
        elif isinstance(value, dict):
            own = {key: item for key, item in value.items() if not key.startswith(_OF_THE_TOOL)}
            qualifier = f"run {position}" if len(summaries) > 1 else ""
            place = Place(output.path, None, STORE, Situation(qualifier=qualifier))
            yield from measurements_of(own, place, is_stated=True)
