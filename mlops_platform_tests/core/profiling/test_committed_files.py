"""Models, clutter and large files in Git, and what only looks like one."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.profiling.committed_files import (
    LARGE_BYTES,
    CommittedFiles,
    find_committed_files,
    model_format,
)
from mlops_platform_tests.drawing import draw_checkout


def committed(tmp_path: Path, files: dict[str, str | bytes]) -> CommittedFiles:
    return find_committed_files(read_repository(draw_checkout(tmp_path, files)))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("models/churn_model.pkl", "pickle"),
        ("models/churn_logreg.pkl", "pickle"),
        ("models/naive_bayes.joblib", "joblib"),
        ("models/word_extractor.pkl", None),
        ("net.onnx", "onnx"),
        ("data/vocabulary.pkl", None),
        ("scaler.joblib", None),
        ("model", None),
        ("models/model_lgbm.bin", "binary"),
        ("models/xgb.model", "model"),
        ("spiece.model", None),
        ("model/first.xgb", "xgboost"),
        ("data/images.bin", None),
    ],
)
def test_models_by_name(path: str, expected: str | None) -> None:
    assert model_format(path) == expected


def test_generated_folders_are_named_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "src/__pycache__/a.pyc": b"x",
        "src/__pycache__/b.pyc": b"x",
        ".DS_Store": b"x",
        "img/a.png:Zone.Identifier": b"x",
        "img/Thumbs.db": b"x",
        "src/a.py": "",
    }
    assert [place.path for place in committed(tmp_path, files).clutter] == [
        ".DS_Store",
        "img/Thumbs.db",
        "img/a.png:Zone.Identifier",
        "src/__pycache__",
    ]


def test_large_files_are_listed(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"big.bin": b"0" * LARGE_BYTES, "small.bin": b"0"}
    assert [file.path for file in committed(tmp_path, files).large] == ["big.bin"]
