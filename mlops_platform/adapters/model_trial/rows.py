"""Makes rows that a model may take: of the training data, else by what the model says of itself."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mlops_platform.adapters.model_trial.foreign import Foreign, is_session, is_torch, needed

ROWS = 100
MOST_TEXT_COLUMNS = 5
MOST_FEATURES = 100_000
SIDES = (28, 32, 64, 224)
"""Of pictures: those of the best-known data sets."""
MATRIX, SERIES, PICTURES = 2, 3, 4


class Tables(NamedTuple):
    """Tables that may be the training data, likeliest first; `target` is "" where not known."""

    paths: tuple[str, ...] = ()
    target: str = ""


def rows_for(model: Foreign, tables: Tables) -> Iterator[tuple[str, Foreign]]:
    """Yield rows, likeliest first, each with a word on where they come from."""
    if is_torch(model):
        yield from _tensors(model)
    elif is_session(model):
        yield from _array(model.get_inputs()[0].shape)
    else:
        names = _feature_names(model)
        read = (_read(path) for path in tables.paths)
        frames = [
            frame.drop(columns=[tables.target], errors="ignore")
            for frame in read
            if frame is not None
        ]
        for frame in frames:
            if names and all(name in frame.columns for name in names):
                yield "rows of the training data", frame[names]
        for frame in frames:
            yield from _of_table(frame)
        yield from _made_up(model, names)


def _of_table(rows: Foreign) -> Iterator[tuple[str, Foreign]]:
    yield "rows of the training data", rows
    numbers = rows.select_dtypes("number").fillna(0)
    yield "numeric columns of the training data", numbers
    yield "numeric columns of the training data", numbers.to_numpy()
    for column in rows.select_dtypes(exclude="number").columns[:MOST_TEXT_COLUMNS]:
        yield "one column of the training data", rows[column].astype(str)


def _made_up(model: Foreign, names: list[str]) -> Iterator[tuple[str, Foreign]]:
    if names:
        made = _chance((ROWS, len(names)))
        yield "made by the names of its features", needed("pandas").DataFrame(made, columns=names)
    count = _feature_count(model)
    if count:
        yield "made by the number of its features", _chance((ROWS, count))
    shape = getattr(model, "input_shape", None)
    if isinstance(shape, tuple):
        yield from _array(shape)
    yield "texts", ["a short text to be judged"] * ROWS


def _feature_names(model: Foreign) -> list[str]:
    """Return the columns that the model was fitted to, where it knows them."""
    for name in ("feature_names_in_", "feature_names_", "feature_names"):
        found = getattr(model, name, None)
        if found is not None and not callable(found) and len(found):
            return [str(each) for each in found]
    return []


def _feature_count(model: Foreign) -> int:
    """Return how many columns the model was fitted to, 0 where it does not know."""
    for name in ("n_features_in_", "num_features", "num_feature"):
        found = getattr(model, name, None)
        found = found() if callable(found) else found
        if isinstance(found, int) and 0 < found < MOST_FEATURES:
            return found
    return 0


def _read(path: str) -> Foreign:
    """Read the first rows of the training data, None where nothing here can."""
    if not Path(path).exists():
        return None
    try:
        pandas = importlib.import_module("pandas")
        if path.endswith((".parquet", ".pq")):
            return pandas.read_parquet(path).head(ROWS)
        return pandas.read_csv(path, nrows=ROWS, sep="\t" if ".tsv" in path else ",")
    except Exception:
        # Any file may be anything, and rows can be made without it.
        return None


def _tensors(model: Foreign) -> Iterator[tuple[str, Foreign]]:
    """Yield inputs for a module of torch, by the first of its weights."""
    torch = needed("torch")
    torch.manual_seed(0)
    weights = [each for each in model.parameters() if each.dim() >= MATRIX]
    shape = tuple(weights[0].shape) if weights else ()
    shapes: list[tuple[int, ...]] = []
    if len(shape) == MATRIX:
        shapes = [(1, shape[1]), (1, 8, shape[1])]
    elif len(shape) == SERIES:
        shapes = [(1, shape[1], 64)]
    elif len(shape) == PICTURES:
        shapes = [(1, shape[1], side, side) for side in SIDES]
    for each in shapes:
        yield "made by the shape of its first layer", torch.randn(*each)
    if len(shape) == MATRIX:
        yield "made by the shape of its first layer", torch.zeros(1, 8, dtype=torch.long)


def _array(shape: Foreign) -> Iterator[tuple[str, Foreign]]:
    """Yield an array of the shape that a model states; what it leaves open is one."""
    sides = [side if isinstance(side, int) and side > 0 else 1 for side in shape]
    yield "made by the shape of its input", _chance(tuple(sides)).astype("float32")


def _chance(shape: tuple[int, ...]) -> Foreign:
    """Return chance values, the same ones each time."""
    return needed("numpy").random.RandomState(0).standard_normal(shape)
