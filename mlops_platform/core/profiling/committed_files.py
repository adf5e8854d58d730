"""Files that are better kept out of Git: models, generated files, large files."""

import re
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.repository import RepositoryFacts, Role, TrackedFile
from mlops_platform.core.sections.project_profile import DatasetFile

MODEL_FORMATS = {
    "joblib": "joblib", "onnx": "onnx", "pt": "pytorch", "pth": "pytorch", "ckpt": "checkpoint",
    "safetensors": "safetensors", "h5": "keras", "keras": "keras", "tflite": "tflite",
    "cbm": "catboost", "skops": "skops", "gguf": "gguf", "mlmodel": "coreml", "pb": "tensorflow",
    "pkl": "pickle", "pickle": "pickle", "sav": "pickle", "ubj": "xgboost", "xgb": "xgboost",
    "bin": "binary", "model": "model",
}  # fmt: skip
AMBIGUOUS = frozenset({"pkl", "pickle", "sav", "h5", "pb", "joblib", "bin", "model"})
"""Endings that also hold data, scalers or word lists: only a name that says model makes a model."""

MODEL_WORD = re.compile(
    r"(model|clf|classifier|regress|forest|xgb|lgbm|weights|net|estimator|pipeline|bert|svm|knn"
    r"|log_?reg|logistic|bayes|gbm|boost|lstm|predictor|ridge|lasso|arima|kmeans)",
    re.IGNORECASE,
)
_CACHE = re.compile(r"(^|/)(__pycache__|\.ipynb_checkpoints|[^/]*\.egg-info)/.*")
# Of macOS, and of Windows, which marks downloads by a second stream of each file.
_LEFT_BY_THE_SYSTEM = re.compile(
    r"\.DS_Store$|:Zone\.Identifier$|(^|/)(Thumbs\.db|desktop\.ini)$", re.IGNORECASE
)
LARGE_BYTES = 10 * 1024 * 1024
"""GitHub warns at 50 MiB and refuses at 100; clones are felt from about 10."""


class CommittedFiles(NamedTuple):
    """What was found, each by path."""

    models: tuple[DatasetFile, ...]
    clutter: tuple[Evidence, ...]
    large: tuple[DatasetFile, ...]
    vendored: tuple[Evidence, ...]


def find_committed_files(repository: RepositoryFacts) -> CommittedFiles:
    """Look for files that do not belong into a repository's history."""
    own = [file for file in repository.files if file.role is not Role.VENDORED]
    return CommittedFiles(
        models=tuple(model for file in own if (model := _model(file))),
        clutter=_clutter(own),
        large=tuple(_large(file) for file in own if file.size_bytes >= LARGE_BYTES),
        vendored=tuple(Evidence(path=path) for path in repository.vendored_trees),
    )


def model_format(path: str) -> str | None:
    """Return the model format that a file's name speaks of, None for other files."""
    name = path.rpartition("/")[2]
    ending = name.lower().rpartition(".")[2]
    if ending in AMBIGUOUS and not MODEL_WORD.search(name.rpartition(".")[0]):
        return None
    return MODEL_FORMATS.get(ending) if "." in name else None


def _model(file: TrackedFile) -> DatasetFile | None:
    kind = model_format(file.path)
    if kind is None or file.lfs_size_bytes is not None or file.role is not Role.SOURCE:
        return None
    return DatasetFile(path=file.path, format=kind, size_bytes=file.size_bytes)


def _large(file: TrackedFile) -> DatasetFile:
    ending = file.path.rpartition("/")[2].rpartition(".")[2].lower()
    return DatasetFile(path=file.path, format=ending, size_bytes=file.size_bytes)


def _clutter(files: list[TrackedFile]) -> tuple[Evidence, ...]:
    found = {
        _CACHE.sub(r"\1\2", file.path)
        for file in files
        if _CACHE.search(file.path) or _LEFT_BY_THE_SYSTEM.search(file.path)
    }
    return tuple(Evidence(path=path) for path in sorted(found))
