"""Verbs for tests of metric sources: what a source says of a text, or of the files of a run."""

from types import ModuleType

from mlops_platform.core.measuring.measurement import Conflict, Measurement, Parameter, Unread
from mlops_platform.core.measuring.printed_text import printed_text
from mlops_platform.core.measuring.run_files import RunFiles


def stated(source: ModuleType, text: str) -> list[tuple[str, float]]:
    """Return names and values, in order."""
    return [(one.name, one.value) for one in said(source, text)]


def said(source: ModuleType, text: str) -> list[Measurement]:
    """Return all that a source says of a text."""
    return list(source.read_text(printed_text("stdout", text)))


def steps(found: list[Measurement]) -> list[tuple[str, str, int | None, float]]:
    """Return name, split, step and value of each measurement."""
    return [(one.name, one.split, one.step, one.value) for one in found]


def measured(source: ModuleType, files: RunFiles) -> list[Measurement]:
    """Return the measurements of a source of files."""
    return [one for one in source.read_files(files) if isinstance(one, Measurement)]


def parameters(source: ModuleType, files: RunFiles) -> list[tuple[str, str]]:
    """Return the parameters of a source of files."""
    found = source.read_files(files)
    return [(one.name, one.value) for one in found if isinstance(one, Parameter)]


def sentences(source: ModuleType, files: RunFiles) -> list[str]:
    """Return what a source could not read, and what did not fit."""
    found = source.read_files(files)
    return [one.sentence for one in found if isinstance(one, Unread | Conflict)]
