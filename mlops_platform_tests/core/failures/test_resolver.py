"""Tests of reading what an installer complains of."""

import pytest

from mlops_platform.core.failures.resolver import Complaint, read_complaint
from mlops_platform_tests.core.failures.failing import installed, printed, ran

FRAMED = """
  × No solution found when resolving dependencies:
  ╰─▶ Because numba==0.56.0 depends on numpy>=1.18,<1.23 and you require
      numpy==2.3.0, we can conclude that your requirements and numba==0.56.0
      are incompatible.
"""


def complaint(log: str) -> Complaint:
    found = read_complaint(installed(log).failure)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("log", "kind", "name"),
    [
        ("not_found", "not_found", "foolibthatisnot"),
        ("pip_nf", "pip_none", "foolibthatisnot"),
        ("platform", "platform", "pywin32"),
        ("abi_tag", "abi", "tensorflow"),
        ("no_version", "no_version", "pandas"),
        ("b_numpy", "build", "numpy"),
        ("as_of_future", "excluded", "pandas"),
    ],
)
def test_what_is_said_of_whom(log: str, kind: str, name: str) -> None:
    assert complaint(printed(log)).about(kind)[0] == name


def test_python_and_wheels_are_read() -> None:
    assert complaint(printed("py_new")).python == ">=3.12"
    assert complaint(printed("abi_tag")).tags == (6, 7, 8)


def test_frames_and_wrapped_lines_are_put_together() -> None:
    found = complaint(FRAMED)
    assert "you require numpy==2.3.0, we can conclude" in found.sentence
    assert found.because.startswith("Because numba==0.56.0 depends on")
    assert found.mentions("NumPy")
    assert not found.mentions("pandas")


def test_an_index_that_cannot_be_reached_is_told() -> None:
    assert complaint(printed("nonet")).is_unreachable
    assert not complaint(printed("conflict")).is_unreachable


def test_what_is_built_is_known_by_its_folder_where_the_headline_is_far_away() -> None:
    lines = printed("b_pandas").splitlines()[8:]
    assert "numpy" in complaint("\n".join(lines)).about("build")


def test_a_run_is_no_installer() -> None:
    assert read_complaint(ran(printed("conflict")).failure) is None
