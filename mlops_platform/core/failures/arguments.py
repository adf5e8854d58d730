"""Command-line arguments that a script asked for and did not get."""

import re
from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted, without_box

_ARGPARSE = re.compile(r"error: the following arguments are required: (.{1,400})$")
_CLICK = re.compile(
    r"Missing (?:argument|option|parameter):? '?([\w./' -]{1,120}?)'?\.?"
    r"(?: Choose from.{0,100})?\s*$"
)
_ABSL = re.compile(r"Flag (--\w{1,80}) must (?:have a value|be specified)")
_OMEGACONF = re.compile(r"Missing mandatory value: ([\w.]{1,120})")
_USAGE = re.compile(r"^\s*(?:Arguments? error|[Uu]sage:|USAGE:)")
_ALTERNATIVES = re.compile(r"\s*/\s*|\s*\|\s*")
USAGE_EXIT = 2


class MissingArguments(NamedTuple):
    """The names as they are typed (`--data`) or shown (`fold`); () where only usage was told."""

    names: tuple[str, ...]
    because: str


def missing_arguments(failure: Failure) -> MissingArguments | None:
    """Return the arguments that the run lacked, None where it ended because of something else."""
    if failure.step is None:
        return None
    for line in reversed(failure.lines[-60:]):
        bare = without_box(line).strip()
        found = _ARGPARSE.search(bare)
        if found:
            names = tuple(_first(name) for name in found[1].split(", "))
            return MissingArguments(names, quoted(bare))
        for pattern in (_CLICK, _ABSL, _OMEGACONF):
            found = pattern.search(bare)
            if found:
                return MissingArguments((_first(found[1]),), quoted(bare))
    return _without_names(failure)


def _without_names(failure: Failure) -> MissingArguments | None:
    error = failure.error
    if error is not None:
        asked = any("sys.argv[" in frame.code for frame in error.frames[-2:])
        is_asked = error.kind == "IndexError" and asked
        return MissingArguments((), quoted(error.first_line)) if is_asked else None
    told = [line for line in failure.lines[-20:] if _USAGE.search(line)]
    return MissingArguments((), quoted(told[-1])) if told else None


def _first(name: str) -> str:
    """Of `--data/-d` or `--data / -d` the long spelling."""
    spellings = [each.strip("' ") for each in _ALTERNATIVES.split(name)]
    return max(spellings, key=lambda each: each.startswith("--"))
