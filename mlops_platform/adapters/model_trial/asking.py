"""Asks a model, times its answers, and looks whether they make sense."""

from __future__ import annotations

import importlib
import math
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

from mlops_platform.adapters.model_trial.foreign import (
    Foreign,
    GivenUpError,
    is_session,
    is_torch,
    needed,
    told,
)
from mlops_platform.adapters.model_trial.rows import Tables, rows_for

CALLS, SECONDS, WARM_UP = 200, 3.0, 3


class Asked(NamedTuple):
    """How to ask the model, with which rows, and where those come from."""

    ask: Callable[[Foreign], Foreign]
    rows: Foreign
    source: str


def find_rows(model: Foreign, tables: Tables) -> Asked:
    """Return the first rows that the model takes. Raises GivenUpError for the likeliest ones."""
    ask, failures = _asker(model), []
    for source, rows in rows_for(model, tables):
        try:
            answers = len(ask(rows))
        except Exception as error:
            failures += [f"it did not take {source}: {told(error)}"]
            continue
        if answers == len(rows):
            return Asked(ask, rows, source)
        failures += [f"it gave {answers} answers for {len(rows)} rows"]
    raise GivenUpError(failures[0] if failures else "no rows could be made for it")


def measure(asked: Asked) -> dict[str, object]:
    """Time single rows, and look at what is answered for all."""
    answer, again = asked.ask(asked.rows), asked.ask(asked.rows)
    one = asked.rows[:1] if hasattr(asked.rows, "__getitem__") else asked.rows
    for _ in range(WARM_UP):
        asked.ask(one)
    took: list[float] = []
    until = time.perf_counter() + SECONDS
    while len(took) < CALLS and (not took or time.perf_counter() < until):
        began = time.perf_counter()
        asked.ask(one)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    flat = flattened(answer)
    return {
        "input": asked.source,
        "rows": len(asked.rows),
        "calls": len(took),
        "latency_median_ms": statistics.median(took),
        "latency_p95_ms": took[math.ceil(len(took) * 0.95) - 1],
        "is_finite": all(math.isfinite(each) for each in flat if isinstance(each, float)),
        "is_repeatable": flat == flattened(again),
    }


def flattened(answer: Foreign) -> list[float | str]:
    """Return answers as a flat list of numbers and texts."""
    try:
        numpy: Foreign = importlib.import_module("numpy")
    except ImportError:
        values = list(answer)
    else:
        array = numpy.asarray(answer.detach() if hasattr(answer, "detach") else answer)
        values = array.reshape(-1).tolist()
    return [
        float(value) if isinstance(value, (bool, int, float)) else str(value) for value in values
    ]


def _asker(model: Foreign) -> Callable[[Foreign], Foreign]:
    if is_session(model):
        return lambda rows: model.run(None, {model.get_inputs()[0].name: rows})[0]
    if is_torch(model):
        return lambda rows: _without_gradients(model, rows)
    if type(model).__module__.startswith("xgboost") and type(model).__name__ == "Booster":
        matrix = needed("xgboost").DMatrix
        return lambda rows: model.predict(matrix(rows, feature_names=model.feature_names))
    predict: Callable[[Foreign], Foreign] = model.predict
    return predict


def _without_gradients(model: Foreign, rows: Foreign) -> Foreign:
    with needed("torch").no_grad():
        answer = model(rows)
    return answer[0] if isinstance(answer, (tuple, list)) else answer
