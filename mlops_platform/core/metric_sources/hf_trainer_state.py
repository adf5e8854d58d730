"""The state of a Hugging Face trainer: `trainer_state.json` with its log of steps.

Each checkpoint holds the log up to it; the one of the highest step tells all.
"""

import re
from collections.abc import Iterator

from mlops_platform.core.facts.text.documents import Value, at, list_at
from mlops_platform.core.measuring.measurement import STORE, Found, Unread
from mlops_platform.core.measuring.metric_json import parse_metric_json
from mlops_platform.core.measuring.metric_name import is_no_metric
from mlops_platform.core.measuring.numbers import number
from mlops_platform.core.measuring.run_files import RunFiles
from mlops_platform.core.measuring.situation import Situation
from mlops_platform.core.measuring.statement import Place, stored

LARGEST = 32 << 20
MOST_NODES = 500_000
_NO_METRICS = frozenset(("step", "grad_norm", "total_flos"))
_STATE = re.compile(r"^(?P<folder>.*?/?)(?:checkpoint-\d{1,9}/)?trainer_state\.json$")


def read_files(files: RunFiles) -> Iterator[Found]:
    """Yield the series of each training."""
    states: dict[str, tuple[int, str, Value]] = {}
    for output, found in files.matching(_STATE):
        text = files.text(output, LARGEST)
        if isinstance(text, Unread):
            yield text
            continue
        value = parse_metric_json(output.path, text, MOST_NODES)
        if isinstance(value, Unread):
            yield value
            continue
        step = at(value, "global_step")
        state = (step if isinstance(step, int) else 0, output.path, value)
        folder = found["folder"]
        states[folder] = max(states.get(folder, state), state, key=lambda each: each[:2])
    for _, path, value in (states[folder] for folder in sorted(states)):
        yield from _read_log(path, list_at(value, "log_history"))


def _read_log(path: str, log: list[Value]) -> Iterator[Found]:
    for entry in log:
        step = at(entry, "step")
        if not isinstance(entry, dict) or not isinstance(step, int):
            continue
        situation = Situation(step=step)
        for name, value in entry.items():
            read = number(value) if isinstance(value, str) else value
            if name in _NO_METRICS or is_no_metric(name) or isinstance(read, bool):
                continue
            if isinstance(read, int | float):
                found = stored(name, float(read), Place(path, None, STORE, situation))
                yield found._replace(split=found.split or "train")
