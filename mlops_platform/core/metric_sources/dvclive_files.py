"""DVCLive: `dvclive/metrics.json`, and a table of steps for each metric under `dvclive/plots`."""

import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import STORE, Found, Unread
from mlops_platform.core.measuring.metric_document import measurements_of
from mlops_platform.core.measuring.metric_json import parse_metric_json
from mlops_platform.core.measuring.metric_name import is_no_metric
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.parameter_file import parameters_of_file
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, stored

LARGEST = 4 << 20
_SUMMARY = re.compile(r"(?:^|/)dvclive/metrics\.json$")
_PARAMETERS = re.compile(r"(?:^|/)dvclive/params\.yaml$")
_SERIES = re.compile(r"(?:^|/)dvclive/plots/metrics/(?P<name>.{1,200})\.tsv$")


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield summary, series and parameters."""
    for output, found in files.matching(_SERIES):
        text = files.text(output, LARGEST)
        yield from [text] if isinstance(text, Unread) else _series(output.path, found["name"], text)
    for output, _ in files.matching(_SUMMARY):
        text = files.text(output, LARGEST)
        yield from [text] if isinstance(text, Unread) else _summary(output.path, text)
    for output, _ in files.matching(_PARAMETERS):
        text = files.text(output, LARGEST)
        yield from [text] if isinstance(text, Unread) else parameters_of_file(output.path, text)


def _series(path: str, name: str, text: str) -> Iterator[Found]:
    if is_no_metric(name):
        return
    lines = text.split("\n")
    header = lines[0].split("\t")
    for row, line in enumerate(lines[1:], start=2):
        cells = dict(zip(header, line.split("\t"), strict=False))
        value = number(cells.get(name.rpartition("/")[2], cells.get(name, "")))
        step = number(cells.get("step", ""))
        if value is not None:
            situation = Situation(step=int(step) if step is not None else row - 2)
            yield stored(name, value, Place(path, row, STORE, situation))


def _summary(path: str, text: str) -> Iterator[Found]:
    value = parse_metric_json(path, text)
    if isinstance(value, Unread):
        yield value
    elif isinstance(value, dict):
        rest = {key: item for key, item in value.items() if key != "step"}
        yield from measurements_of(rest, Place(path, None, STORE), is_stated=True)
