"""Data files are listed with their counts, pointers are said to be absent."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.profiling.data_files import data_format, find_data_files
from mlops_platform.core.sections.project_profile import DatasetFile
from mlops_platform_tests.drawing import draw_checkout


def data_of(tmp_path: Path, files: dict[str, str | bytes]) -> dict[str, DatasetFile]:
    checkout = draw_checkout(tmp_path, files)
    return {file.path: file for file in find_data_files(checkout, read_repository(checkout))}


@pytest.mark.parametrize(
    ("content", "rows", "columns"),
    [
        ("a,b\n1,2\n3,4\n", 2, 2),
        ("1,2\n3,4\n", 2, 2),
        ("good food in here again,positive\nbad one,negative\nfine,positive\n", 3, 2),
        ('a;b\n"x\ny";2\n', 1, 2),
        ("a,b\n", 0, 2),
        ("", None, None),
    ],
)
def test_tables_are_counted(tmp_path: Path, content: str, rows: int, columns: int) -> None:
    found = data_of(tmp_path, {"data/table.csv": content})["data/table.csv"]
    assert (found.rows, found.columns) == (rows, columns)


def test_pointers_have_the_size_of_what_they_point_to(tmp_path: Path) -> None:
    lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "a" * 64 + "\nsize 1234\n"
    dvc = "outs:\n- md5: abc\n  size: 99\n  path: train.xml\n"
    found = data_of(tmp_path, {"data/big.csv": lfs, "data/train.xml.dvc": dvc})
    assert (found["data/big.csv"].is_pointer, found["data/big.csv"].size_bytes) == (True, 1234)
    assert (found["data/train.xml"].is_pointer, found["data/train.xml"].size_bytes) == (True, 99)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/train.csv.gz", "csv.gz"),
        ("input/notes.txt", "txt"),
        ("data/coefficients.dat", "dat"),
        ("src/coefficients.dat", None),
        (".vs/index.sqlite", None),
        ("data/coefficients", None),
        ("notes.txt", None),
        ("results/predictions.csv", None),
        ("feature_importance/trees.csv", None),
        ("data/README.txt", None),
        ("src/config.json", None),
    ],
)
def test_formats_by_ending_and_folder(path: str, expected: str | None) -> None:
    assert data_format(path) == expected


def test_what_the_pages_of_a_web_application_show_is_no_data(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "web/package.json": "{}",
        "web/static/data/states.json": "[]",
        "web/data/rows.csv": "a\n1\n",
        "data/static/rows.csv": "a\n1\n",
    }
    assert list(data_of(tmp_path, files)) == ["data/static/rows.csv", "web/data/rows.csv"]


def test_tables_of_results_are_no_data(tmp_path: Path) -> None:
    files = {"data/history.csv": "epoch,loss\n1,0.5\n", "data/train.csv": "age,loss\n1,0.5\n"}
    assert set(data_of(tmp_path, files)) == {"data/train.csv"}


def test_tables_of_the_documentation_are_data_where_nothing_else_is(tmp_path: Path) -> None:
    table = "a,b\n1,2\n"
    shown = {"docs/explained.csv": table}
    assert set(data_of(tmp_path / "one", shown)) == {"docs/explained.csv"}
    assert set(data_of(tmp_path / "two", {**shown, "raw.csv": table})) == {"raw.csv"}
