"""What an environment asks to be installed, before a Python version and a date are chosen."""

from typing import NamedTuple

from mlops_platform.core.evidence import Evidence


class Wanted(NamedTuple):
    """Requirement lines and their limits, as pip takes them.

    `pins` are exact versions of a lock file. `left_out` names what is not installed, with its
    reason. `python` is what is declared about the version, as it is spelled there. `source` is the
    name of the file in `core/environments`.
    """

    source: str
    because: str
    requirements: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    python: str = ""
    builds_project: bool = False
    evidence: tuple[Evidence, ...] = ()
