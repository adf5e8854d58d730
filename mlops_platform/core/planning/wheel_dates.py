"""From which version, and from which day on, the index has wheels for a version of Python.

Without a wheel an installer builds from source, which needs a compiler that the sandbox has not.
"""

from datetime import date

from packaging.version import Version

from mlops_platform.core.planning.version_specifiers import ends_before

NEWEST_FIRST = ("3.13", "3.12", "3.11", "3.10", "3.9", "3.8")
"""The versions that a plan may choose, newest first."""

DEFAULT = "3.11"

WHEELS_SINCE = {
    "3.9": date(2021, 2, 1),
    "3.10": date(2022, 1, 15),
    "3.11": date(2022, 11, 10),
    "3.12": date(2024, 1, 15),
    "3.13": date(2025, 1, 15),
}
"""The day from which numpy, scipy, pandas and scikit-learn all had wheels for that Python."""

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
    "matplotlib": {
        "3.9": "3.3.3",
        "3.10": "3.5.0",
        "3.11": "3.6.0",
        "3.12": "3.8.0",
        "3.13": "3.9.2",
    },
    "numpy": {
        "3.9": "1.19.3",
        "3.10": "1.21.3",
        "3.11": "1.23.2",
        "3.12": "1.26.0",
        "3.13": "2.1.0",
    },
    "pandas": {"3.9": "1.1.3", "3.10": "1.3.3", "3.11": "1.5.1", "3.12": "2.1.1", "3.13": "2.2.3"},
    "scikit-learn": {
        "3.9": "0.24.0",
        "3.10": "1.0.1",
        "3.11": "1.1.3",
        "3.12": "1.3.1",
        "3.13": "1.5.2",
    },
    "scipy": {"3.9": "1.5.4", "3.10": "1.7.2", "3.11": "1.9.2", "3.12": "1.11.2", "3.13": "1.14.1"},
    "tensorflow": {
        "3.9": "2.5.0",
        "3.10": "2.8.0",
        "3.11": "2.12.0",
        "3.12": "2.16.1",
        "3.13": "2.20.0",
    },
    "torch": {"3.9": "1.7.1", "3.10": "1.11.0", "3.11": "1.13.0", "3.12": "2.2.0", "3.13": "2.5.0"},
    "torchvision": {
        "3.9": "0.8.2",
        "3.10": "0.12.0",
        "3.11": "0.15.1",
        "3.12": "0.17.0",
        "3.13": "0.20.0",
    },
}
"""The first release with wheels for Linux, by distribution and Python."""


def has_wheel(distribution: str, specifier: str, python: str) -> bool:
    """Tell whether a specifier admits a release with a wheel, as far as the table knows."""
    first = FIRST_WITH_WHEELS.get(distribution, {}).get(python)
    return first is None or not ends_before(specifier, Version(first))


def first_day(python: str, distributions: frozenset[str]) -> date | None:
    """Return the day from which all of these had wheels, None for a Python older than the table."""
    days = [WHEELS_SINCE[python]] if python in WHEELS_SINCE else []
    days += [
        day
        for (name, version), day in LATER_WHEELS.items()
        if version == python and name in distributions
    ]
    return max(days, default=None)
