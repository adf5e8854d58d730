"""The CSV logger of Lightning: `lightning_logs/version_0/metrics.csv`, and its `hparams.yaml`.

Its rows are sparse: each holds what was logged at one step.
"""

import csv
import re
from collections.abc import Iterator

from mlops_platform.core.measuring.measurement import STORE, Found, Unread
from mlops_platform.core.measuring.metric_name import is_no_metric
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.parameter_file import parameters_of_file
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, stored

LARGEST = 16 << 20
MOST_ROWS = 200_000
_METRICS = re.compile(r"(?:^|/)lightning_logs/(?:[^/]{1,80}/){1,3}metrics\.csv$")
_PARAMETERS = re.compile(r"(?:^|/)(?:lightning_logs/.{1,200}/)?hparams\.yaml$")
_SUFFIX = re.compile(r"_(?:step|epoch)$")


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield the series of each version, and its parameters."""
    for output, _ in files.matching(_METRICS):
        text = files.text(output, LARGEST)
        yield from [text] if isinstance(text, Unread) else _read_rows(output.path, text)
    for output, _ in files.matching(_PARAMETERS):
        text = files.text(output, LARGEST)
        yield from [text] if isinstance(text, Unread) else parameters_of_file(output.path, text)


def _read_rows(path: str, text: str) -> Iterator[Found]:
    try:
        reader = csv.reader(text.split("\n")[:MOST_ROWS])
        names = next(reader, [])
        rows = [(reader.line_num, dict(zip(names, cells, strict=False))) for cells in reader]
    except csv.Error:
        yield Unread(f"{path}: not a table")
        return
    for line, row in rows:
        step = number(row.get("step") or row.get("epoch") or "")
        for name, said in row.items():
            value = number(said)
            if value is None or name in ("step", "epoch") or is_no_metric(name):
                continue
            situation = Situation(step=int(step) if step is not None else None)
            found = stored(_SUFFIX.sub("", name), value, Place(path, line, STORE, situation))
            yield found._replace(name=name, is_final=name.startswith("test"))
