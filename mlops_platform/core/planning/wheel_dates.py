"""From which version, and from which day on, the index has wheels for a version of Python.

Without a wheel an installer builds from source, which needs a compiler that the sandbox has not.
"""

from datetime import date

from packaging.version import Version

from mlops_platform.core.planning.version_specifiers import ends_before, starts_at

NEWEST_FIRST = ("3.14", "3.13", "3.12", "3.11", "3.10", "3.9", "3.8")
"""The versions that a plan may choose, newest first."""

DEFAULT = "3.11"

WHEELS_SINCE = {
    "3.8": date(2019, 11, 1),
    "3.9": date(2021, 2, 1),
    "3.10": date(2022, 1, 15),
    "3.11": date(2023, 1, 20),
    "3.12": date(2024, 1, 15),
    "3.13": date(2025, 1, 15),
    "3.14": date(2025, 10, 15),
}
"""The day from which numpy, scipy, pandas, scikit-learn and MarkupSafe had wheels for it."""

BREAKING = (
    ("mlflow", "2", date(2022, 11, 14)),
    ("scikit-learn", "1.2", date(2022, 12, 8)),
    ("numpy", "1.24", date(2022, 12, 18)),
    ("scipy", "1.10", date(2023, 1, 3)),
    ("sqlalchemy", "2", date(2023, 1, 26)),
    ("pandas", "2", date(2023, 4, 3)),
    ("xgboost", "2", date(2023, 9, 12)),
)
"""Releases that removed what older code calls, and their days."""

LATER_WHEELS = {
    ("torchvision", "3.11"): date(2023, 3, 20),
    ("torchaudio", "3.11"): date(2023, 3, 20),
    ("tensorflow", "3.10"): date(2022, 2, 5),
    ("tensorflow", "3.11"): date(2023, 3, 25),
    ("tensorflow", "3.12"): date(2024, 3, 12),
    ("numba", "3.11"): date(2023, 5, 5),
}
"""Distributions that were later than those."""

FIRST_WITH_WHEELS: dict[str, dict[str, str]] = {
    "joblib": {"3.8": "0.14.0", "3.9": "1.0.0"},
    "matplotlib": {
        "3.8": "3.1.2",
        "3.9": "3.3.3",
        "3.10": "3.5.0",
        "3.11": "3.6.0",
        "3.12": "3.7.3",
        "3.13": "3.9.2",
    },
    "numpy": {
        "3.8": "1.17.3",
        "3.9": "1.19.3",
        "3.10": "1.21.2",
        "3.11": "1.23.2",
        "3.12": "1.26.0",
        "3.13": "2.1.0",
    },
    "pandas": {
        "3.8": "0.25.3",
        "3.9": "1.1.3",
        "3.10": "1.3.3",
        "3.11": "1.5.0",
        "3.12": "2.1.1",
        "3.13": "2.2.3",
    },
    "scikit-learn": {
        "3.8": "0.22",
        "3.9": "0.24.0",
        "3.10": "1.0.2",
        "3.11": "1.1.3",
        "3.12": "1.3.1",
        "3.13": "1.5.2",
    },
    "scipy": {
        "3.8": "1.3.2",
        "3.9": "1.5.4",
        "3.10": "1.7.2",
        "3.11": "1.9.2",
        "3.12": "1.11.2",
        "3.13": "1.14.1",
    },
    "tensorflow": {
        "3.8": "2.2.0",
        "3.9": "2.5.0",
        "3.10": "2.8.0",
        "3.11": "2.12.0",
        "3.12": "2.16.1",
        "3.13": "2.20.0",
    },
    "torch": {
        "3.8": "1.4.0",
        "3.9": "1.7.1",
        "3.10": "1.11.0",
        "3.11": "1.13.0",
        "3.12": "2.2.0",
        "3.13": "2.5.0",
    },
    "torchvision": {
        "3.8": "0.5.0",
        "3.9": "0.8.2",
        "3.10": "0.12.0",
        "3.11": "0.15.1",
        "3.12": "0.17.0",
        "3.13": "0.20.0",
    },
}
"""The first release with wheels for Linux, by distribution and Python.

Each of joblib is a wheel for all of them, but those before cannot be imported under 3.8, and
its workers crash under 3.9.
"""


FIRST_WITHOUT: dict[str, dict[str, str]] = {
    "matplotlib": {"3.8": "3.8.0", "3.9": "3.10.0"},
    "numpy": {"3.8": "1.25.0", "3.9": "2.1.0", "3.10": "2.3.0", "3.11": "2.5.0"},
    "pandas": {"3.8": "2.1.0", "3.10": "3.0.0"},
    "scikit-learn": {"3.8": "1.4.0", "3.9": "1.7.0", "3.10": "1.8.0"},
    "scipy": {"3.8": "1.11.0", "3.9": "1.14.0", "3.10": "1.16.0"},
}
"""The first release that a Python, and every older one, is too old for."""


def has_wheel(distribution: str, specifier: str, python: str) -> bool:
    """Tell whether a specifier admits a release for a Python, as far as the tables know."""
    first = first_with_wheels(distribution, python)
    gone = FIRST_WITHOUT.get(distribution, {})
    newer = NEWEST_FIRST[NEWEST_FIRST.index(python) :: -1] if python in NEWEST_FIRST else ()
    last = next((gone[each] for each in newer if each in gone), None)
    is_too_old = first is not None and ends_before(specifier, Version(first))
    return not is_too_old and not (last is not None and starts_at(specifier, Version(last)))


def first_with_wheels(distribution: str, python: str) -> str | None:
    """Return the first release that has wheels for a Python, None where the table does not know."""
    known = FIRST_WITH_WHEELS.get(distribution, {})
    older = NEWEST_FIRST[NEWEST_FIRST.index(python) :] if python in NEWEST_FIRST else ()
    return next((known[each] for each in older if each in known), None)


def first_day(python: str, distributions: frozenset[str]) -> date | None:
    """Return the day from which all of these had wheels, None for a Python older than the table."""
    days = [WHEELS_SINCE[python]] if python in WHEELS_SINCE else []
    days += [
        day
        for (name, version), day in LATER_WHEELS.items()
        if version == python and name in distributions
    ]
    return max(days, default=None)


def bounds_of_the_time(committed_on: date, as_of: date) -> tuple[str, ...]:
    """Return limits that keep out what broke older code between a commit and a later cut-off."""
    return tuple(
        f"{name}<{version}" for name, version, day in BREAKING if committed_on < day <= as_of
    )
