"""Models, clutter, large files and secrets in Git, and what only looks like one."""

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

KEY = "AKIA" + "Z" * 16


def committed(tmp_path: Path, files: dict[str, str | bytes]) -> CommittedFiles:
    checkout = draw_checkout(tmp_path, files)
    return find_committed_files(checkout, read_repository(checkout))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("models/churn_model.pkl", "pickle"),
        ("net.onnx", "onnx"),
        ("data/vocabulary.pkl", None),
        ("scaler.joblib", None),
        ("model", None),
    ],
)
def test_models_by_name(path: str, expected: str | None) -> None:
    assert model_format(path) == expected


def test_a_secret_is_named_by_place_and_sort_and_never_shown(tmp_path: Path) -> None:
    found = committed(tmp_path, {"config.py": f"import os\nkey = '{KEY}'\n"}).secrets
    assert [(place.path, place.line, place.note) for place in found] == [
        ("config.py", 2, "AWS access key")
    ]
    assert KEY not in repr(found)


def test_a_documented_example_key_is_no_secret(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "config.py": "key = 'AKIAIOSFODNN7EXAMPLE'\n",
        ".env": "LEVEL=debug\n",
    }
    assert committed(tmp_path, files).secrets == ()


def test_generated_folders_are_named_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "src/__pycache__/a.pyc": b"x",
        "src/__pycache__/b.pyc": b"x",
        ".DS_Store": b"x",
        "src/a.py": "",
    }
    assert [place.path for place in committed(tmp_path, files).clutter] == [
        ".DS_Store",
        "src/__pycache__",
    ]


def test_large_files_are_listed(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"big.bin": b"0" * LARGE_BYTES, "small.bin": b"0"}
    assert [file.path for file in committed(tmp_path, files).large] == ["big.bin"]
