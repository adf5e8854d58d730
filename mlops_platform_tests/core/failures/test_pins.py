"""Tests of looser requirement lines and limits of a time."""

from datetime import date

import pytest

from mlops_platform.core.failures.pins import era_bounds, looser


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("numpy==1.21.0", "numpy>=1.21.0,<1.22"),
        ("numpy>=1.21.0,<1.22", "numpy>=1.21.0,<2"),
        ("numpy>=1.21.0,<2", None),
        ("ray[tune]==2.1 ; python_version > '3'", "ray[tune]>=2.1,<2.2 ; python_version > '3'"),
        ("ray[tune]>=2.1,<2.2 ; python_version > '3'", "ray[tune]>=2.1,<3 ; python_version > '3'"),
        ("pandas", None),
        ("pandas>=1.0", None),
        ("pandas==not.a.version!", None),
        ("torch===1.9.0", "torch>=1.9.0,<1.10"),
    ],
)
def test_a_line_admits_its_minor_version_then_its_major_one(
    line: str, expected: str | None
) -> None:
    assert looser(line) == expected


def test_limits_of_a_time_hold_back_what_came_later() -> None:
    names = frozenset({"numpy", "pandas", "tqdm", "xgboost"})
    assert era_bounds(names, date(2020, 11, 15)) == ("numpy<2", "pandas<2", "xgboost<2")
    assert era_bounds(names, date(2024, 1, 1)) == ("numpy<2", "pandas<3", "xgboost<3")
    assert era_bounds(names, date(2030, 1, 1)) == ()
