"""Tries one model: loads it, asks it, measures it, exports it; prints one line in the end.

    python -m mlops_platform.adapters.model_trial.main MODEL KIND [--table PATH …] [--target COLUMN]

Nothing that is printed is trusted by whoever reads it: the model may have printed it.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time

from mlops_platform.adapters.model_trial.asking import find_rows, measure
from mlops_platform.adapters.model_trial.exporting import export
from mlops_platform.adapters.model_trial.foreign import GivenUpError, told
from mlops_platform.adapters.model_trial.loading import load, size_of
from mlops_platform.adapters.model_trial.rows import Tables

MARK = "MLOPS-TRIAL "
LONGEST_TEXT = 300


def main() -> None:
    """Try the model that the arguments name, and print what came of it."""
    reader = argparse.ArgumentParser()
    reader.add_argument("model")
    reader.add_argument("kind")
    reader.add_argument("--table", action="append", default=[])
    reader.add_argument("--target", default="")
    asked = reader.parse_args()
    said: dict[str, object] = {"size_bytes": size_of(asked.model)}
    try:
        _try(asked.model, asked.kind, Tables(tuple(asked.table), asked.target), said)
    except GivenUpError as reason:
        said["because"] = str(reason)
    except BaseException as error:
        # A foreign model may raise whatever it likes, and end the program too.
        said["because"] = told(error)
    text = json.dumps({name: _plain(value) for name, value in sorted(said.items())})
    sys.stdout.write(f"\n{MARK}{text}\n")
    sys.stdout.flush()


def _try(path: str, kind: str, tables: Tables, said: dict[str, object]) -> None:
    """Put into `said` what is known, as soon as it is."""
    began = time.perf_counter()
    model = load(path, kind)
    said["load_seconds"] = time.perf_counter() - began
    said["is_loaded"] = True
    said["class_name"] = f"{type(model).__module__}.{type(model).__qualname__}"
    found = find_rows(model, tables)
    said.update(measure(found))
    said.update(export(model, found))


def _plain(value: object) -> object:
    """Return a value as JSON takes it: finite numbers, short texts."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, str):
        return value.encode("ascii", "replace").decode()[:LONGEST_TEXT]
    return value


if __name__ == "__main__":
    main()
