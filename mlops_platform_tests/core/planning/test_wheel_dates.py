from datetime import date

import pytest
from packaging.version import Version

from mlops_platform.core.planning.wheel_dates import (
    FIRST_WITH_WHEELS,
    FIRST_WITHOUT,
    NEWEST_FIRST,
    WHEELS_SINCE,
    bounds_of_the_time,
    first_day,
    has_wheel,
)


@pytest.mark.parametrize(
    ("distribution", "specifier", "python", "expected"),
    [
        ("numpy", "==1.19.5", "3.11", False),
        ("numpy", "==1.19.5", "3.9", True),
        ("numpy", "==2.5.1", "3.11", False),
        ("numpy", "==2.5.1", "3.12", True),
        ("pandas", "<1.5", "3.11", False),
        ("pandas", ">=1,<2", "3.11", True),
        ("pandas", "", "3.13", True),
        ("numpy", "==1.26.4", "3.14", False),
        ("unknown", "==0.1", "3.13", True),
    ],
)
def test_wheels_are_told_by_version_and_python(distribution, specifier, python, expected):
    assert has_wheel(distribution, specifier, python) is expected


def test_the_tables_rise_with_python():
    for table in (FIRST_WITH_WHEELS, FIRST_WITHOUT):
        for versions in table.values():
            known = [Version(versions[each]) for each in NEWEST_FIRST[::-1] if each in versions]
            assert known == sorted(known)
    assert list(WHEELS_SINCE.values()) == sorted(WHEELS_SINCE.values())


def test_the_latest_of_all_distributions_tells_the_first_day():
    assert first_day("3.7", frozenset()) is None
    assert first_day("3.8", frozenset()) == date(2019, 11, 1)
    assert first_day("3.11", frozenset({"numpy"})) == date(2023, 1, 20)
    assert first_day("3.11", frozenset({"torchvision"})) == date(2023, 3, 20)


def test_what_broke_code_between_commit_and_cut_off_is_kept_out():
    found = bounds_of_the_time(date(2022, 12, 10), date(2023, 1, 20))
    assert found == ("numpy<1.24", "scipy<1.10")
