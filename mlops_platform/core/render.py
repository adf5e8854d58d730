"""A report in one of the formats on the shelf `formats/`.

A format is a module with MEDIA_TYPE, SUFFIX and `render(report) -> str`, named as it is asked for.
"""

from types import ModuleType

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.registry import plugins
from mlops_platform.core.sections.readiness_report import ReadinessReport

FORMATS = "mlops_platform.core.formats"


class UnknownFormatError(PlatformError):
    """A format that is not on the shelf (bad input, exit code 2)."""


def render(report: ReadinessReport, format_name: str) -> str:
    """Write a report in a format, as text. Raises UnknownFormatError."""
    return str(find_format(format_name).render(report))


def find_format(format_name: str) -> ModuleType:
    """Return the module of a format. Raises UnknownFormatError."""
    shelf = formats()
    if format_name not in shelf:
        known = ", ".join(shelf)
        raise UnknownFormatError(f"There is no format {format_name!r}; choose one of {known}.")
    return shelf[format_name]


def formats() -> dict[str, ModuleType]:
    """Return every format by its name, sorted."""
    return {module.__name__.rpartition(".")[2]: module for module in plugins(FORMATS)}
