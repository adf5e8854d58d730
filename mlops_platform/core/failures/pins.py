"""Requirement lines with looser limits, and limits of the time in which code was written."""

import re
from datetime import date

from packaging.version import InvalidVersion, Version

_PIN = re.compile(
    r"([A-Za-z0-9][\w.-]{0,99}(?:\[[^\]]{0,80}\])?)\s*===?\s*([0-9][\w.!+]{0,40})(\s*;.{0,300})?"
)
_SAME_MINOR = re.compile(
    r"([A-Za-z0-9][\w.-]{0,99}(?:\[[^\]]{0,80}\])?)>=([0-9][\w.!]{0,40}),<[\d.]{1,20}(\s*;.{0,300})?"
)

MAJORS: dict[str, tuple[tuple[str, date], ...]] = {
    "numpy": (("2", date(2024, 6, 16)),),
    "pandas": (("2", date(2023, 4, 3)), ("3", date(2026, 1, 21))),
    "scikit-learn": (("1.3", date(2023, 6, 30)), ("1.6", date(2024, 12, 9))),
    "scipy": (("1.12", date(2024, 1, 20)),),
    "xgboost": (("2", date(2023, 9, 12)), ("3", date(2025, 3, 15))),
    "lightgbm": (("4", date(2023, 7, 13)),),
    "matplotlib": (("3.8", date(2023, 9, 15)),),
    "seaborn": (("0.12", date(2022, 9, 6)),),
    "tensorflow": (("2.16", date(2024, 3, 7)),),
    "keras": (("3", date(2023, 11, 28)),),
    "torch": (("2.6", date(2025, 1, 29)),),
    "transformers": (("5", date(2026, 1, 26)),),
    "mlflow": (("3", date(2025, 6, 10)),),
    "pydantic": (("2", date(2023, 6, 30)),),
    "sqlalchemy": (("2", date(2023, 1, 26)),),
    "protobuf": (("3.21", date(2022, 5, 27)),),
    "jinja2": (("3.1", date(2022, 3, 24)),),
    "markupsafe": (("2.1", date(2022, 2, 18)),),
    "setuptools": (("81", date(2026, 2, 6)),),
    "gensim": (("4", date(2021, 3, 24)),),
    "gym": (("0.26", date(2022, 9, 7)),),
    "evidently": (("0.7", date(2025, 4, 10)),),
    "networkx": (("3", date(2023, 1, 7)),),
}
"""Releases that dropped what older code uses, and the day on which they were published."""


EVERYWHERE = frozenset({"numpy"})
"""What nearly everything else brings; left free, it drives resolvers to releases without wheels."""


def era_bounds(names: frozenset[str], day: date) -> tuple[str, ...]:
    """Return upper limits that keep these distributions at what there was on a day."""
    found = []
    for name in sorted((names | EVERYWHERE) & set(MAJORS)):
        later = [major for major, published in MAJORS[name] if published > day]
        if later:
            found.append(f"{name}<{later[0]}")
    return tuple(found)


def looser(line: str) -> str | None:
    """Return a line that admits more: one release → its minor version → its major one → None."""
    pinned = _PIN.fullmatch(line)
    ranged = _SAME_MINOR.fullmatch(line)
    found = pinned or ranged
    version = _version(found[2]) if found else None
    if found is None or version is None:
        return None
    ceiling = next_minor(version)
    if pinned is None:
        if line.partition("<")[2].partition(";")[0].strip() != ceiling:
            return None
        ceiling = str(version.major + 1)
    return f"{found[1]}>={version.public},<{ceiling}{found[3] or ''}"


def next_minor(version: Version) -> str:
    """Return the minor version after one, as an upper limit."""
    return f"{version.major}.{version.minor + 1}"


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:
        return None
