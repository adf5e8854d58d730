"""Loads the model of a file, by its kind."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from mlops_platform.adapters.model_trial.foreign import (
    Foreign,
    GivenUpError,
    is_session,
    is_torch,
    needed,
)

UNSAFE_BY_DEFAULT_UNTIL = (1, 13)
"""The version of torch that can be told to load whole models."""


def load(path: str, kind: str) -> Foreign:
    """Return what predicts, ready to be asked. Raises GivenUpError, and whatever a model raises."""
    loaders: dict[str, Callable[[str], Foreign]] = {
        "joblib": _unpickled,
        "pickle": _unpickled,
        "skops": _unskopsed,
        "torch": _torch_module,
        "torchscript": _torchscript,
        "onnx": _session,
        "xgboost": _booster,
        "lightgbm": _lightgbm,
        "catboost": _catboost,
        "keras": _keras,
    }
    if kind not in loaders:
        raise GivenUpError(f"models of the kind {kind} are not tried")
    return _what_predicts(loaders[kind](path))


def size_of(path: str) -> int:
    """Return the bytes of a file, or of all files of a folder."""
    place = Path(path)
    files = [place] if place.is_file() else [each for each in place.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files)


def _unpickled(path: str) -> Foreign:
    """Load a pickle; joblib's loader also reads packed ones."""
    try:
        joblib: Foreign = importlib.import_module("joblib")
        return joblib.load(path)
    except ImportError:
        with Path(path).open("rb") as file:
            return importlib.import_module("pickle").load(file)


def _unskopsed(path: str) -> Foreign:
    """Load a file of skops with every type that it names: this is the sandbox."""
    skops = needed("skops.io")
    return skops.load(path, trusted=skops.get_untrusted_types(file=path))


def _torch_module(path: str) -> Foreign:
    torch = needed("torch")
    version = tuple(int(part) for part in torch.__version__.split(".")[:2])
    options = {"weights_only": False} if version >= UNSAFE_BY_DEFAULT_UNTIL else {}
    loaded = torch.load(path, map_location="cpu", **options)
    for each in (loaded, *(loaded.values() if isinstance(loaded, dict) else ())):
        if is_torch(each):
            return each.eval()
    raise GivenUpError("the file holds weights without the code that uses them")


def _torchscript(path: str) -> Foreign:
    return needed("torch").jit.load(path, map_location="cpu").eval()


def _session(path: str) -> Foreign:
    return needed("onnxruntime").InferenceSession(path)


def _lightgbm(path: str) -> Foreign:
    return needed("lightgbm").Booster(model_file=path)


def _catboost(path: str) -> Foreign:
    return needed("catboost").CatBoost().load_model(path)


def _keras(path: str) -> Foreign:
    return needed("keras").models.load_model(path)


def _booster(path: str) -> Foreign:
    model = needed("xgboost").Booster()
    model.load_model(path)
    return model


def _what_predicts(loaded: Foreign) -> Foreign:
    """Return the thing itself, or the one in a dict or a sequence that can predict."""
    parts = [loaded]
    if isinstance(loaded, dict):
        parts += loaded.values()
    elif isinstance(loaded, (list, tuple)):
        parts += loaded
    for part in parts:
        if not isinstance(part, type) and (
            hasattr(part, "predict") or is_torch(part) or is_session(part)
        ):
            return part
    raise GivenUpError(f"the file holds a {type(loaded).__qualname__}, which predicts nothing")
