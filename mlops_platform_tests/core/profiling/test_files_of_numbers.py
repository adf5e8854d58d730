"""Files without an ending are data where the code reads numbers from them, and not elsewhere."""

from pathlib import Path

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.data_files import find_data_files
from mlops_platform.core.profiling.files_of_numbers import files_of_numbers
from mlops_platform_tests.drawing import draw_checkout

READS = """
import numpy as np

def load(path="data/coefficients"):
    return np.loadtxt(path).reshape(3, 3)
"""
LOOKS = READS.replace("np.loadtxt", "print")


def numbers(tmp_path: Path, code: str, path: str = "data/coefficients") -> frozenset[str]:
    return files_of_numbers(read_checkout(draw_checkout(tmp_path, {"a.py": code, path: "1 2 3"})))


def test_a_file_that_is_read_as_numbers_is_data(tmp_path: Path) -> None:
    files = {"load.py": READS, "data/coefficients": "1 2 3\n"}
    checkout = draw_checkout(tmp_path, files)
    reading = read_checkout(checkout)
    found = find_data_files(checkout, reading.repository, files_of_numbers(reading))
    assert [(each.path, each.format) for each in found] == [("data/coefficients", "numbers")]


def test_a_file_that_is_named_and_not_read_is_none(tmp_path: Path) -> None:
    assert numbers(tmp_path, LOOKS) == frozenset()


def test_a_file_elsewhere_is_none(tmp_path: Path) -> None:
    code = READS.replace("data/coefficients", "bin/coefficients")
    assert numbers(tmp_path, code, "bin/coefficients") == frozenset()


def test_code_in_a_folder_may_look_up(tmp_path: Path) -> None:
    code = READS.replace("data/", "../data/")
    assert numbers(tmp_path, code) == frozenset({"data/coefficients"})
