"""Debian's packages that wheels need and do not bring."""

from collections.abc import Iterable

from mlops_platform.core.planning.requirement_lines import name_of

BY_DISTRIBUTION = {
    "lightgbm": ("libgomp1",),
    "opencv-contrib-python": ("libgl1", "libglib2.0-0"),
    "opencv-python": ("libgl1", "libglib2.0-0"),
    "pyspark": ("default-jre-headless",),
}


def system_packages(requirements: Iterable[str]) -> tuple[str, ...]:
    """Return what requirement lines need of the system, by name."""
    found = {each for line in requirements for each in BY_DISTRIBUTION.get(name_of(line), ())}
    return tuple(sorted(found))
