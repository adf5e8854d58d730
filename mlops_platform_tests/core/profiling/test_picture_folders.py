"""Folders of pictures that are data."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.profiling.picture_folders import picture_folders
from mlops_platform_tests.drawing import draw_checkout


def found(tmp_path: Path, folder: str, number: int = 20) -> list[tuple[str, int | None]]:
    files = {f"{folder}/{n % 2}/{n}.JPG": "x" for n in range(number)}
    repository = read_repository(draw_checkout(tmp_path, {"train.py": "", **files}))
    return [(each.path, each.rows) for each in picture_folders(repository)]


def test_the_classes_of_a_data_set_are_counted_together(tmp_path: Path) -> None:
    assert found(tmp_path, "data/mugs") == [("data/mugs/", 20)]


def test_folders_of_classes_right_below_are_a_data_set_each(tmp_path: Path) -> None:
    assert found(tmp_path, "src/dataset", 40) == [("src/dataset/0/", 20), ("src/dataset/1/", 20)]


@pytest.mark.parametrize("folder", ["screens", "data/results", "docs/data", ".cache/data"])
def test_other_pictures_are_no_data(tmp_path: Path, folder: str) -> None:
    assert found(tmp_path, folder) == []


def test_a_few_pictures_are_shown_and_not_learned_from(tmp_path: Path) -> None:
    assert found(tmp_path, "data/mugs", 19) == []
