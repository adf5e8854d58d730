"""The code itself raises: the last exception and the line of the repository that it came from."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import Failure, said
from mlops_platform.core.failures.log_lines import quoted

CERTAINTY = 4
_LAST_LINES = 30
_HYDRA = re.compile(
    r"^(?:In '[^']{1,200}': )?(?:Could not (?:find|override|append|delete) '(?P<name>[^']{1,200})'"
    r"|Cannot find primary config '|Error merging )"
)


def explain(case: Case) -> Explained | None:
    """Show path, line and exception; where nothing was raised, the last line that was printed."""
    failure = case.failure
    if failure.is_install:
        return None
    if failure.error is None:
        return _of_configuration(failure) or _of_last_line(failure)
    frame = failure.own_frame()
    where = f"{quoted(frame.path)}:{frame.line}: " if frame else ""
    return Explained(
        Cause.CODE_RAISES,
        f"{where}{quoted(failure.error.first_line)}",
        "Correct the line, or pin the releases with which it worked.",
    )


def _of_configuration(failure: Failure) -> Explained | None:
    """Say which part of a configuration Hydra did not find, or could not change."""
    found = failure.find(_HYDRA)
    if found is None:
        return None
    name = (found["name"] or "").rpartition("/")[2]
    there = (line.strip() for line in failure.lines)
    other = next((e for e in there if name and e != name and e.lower() == name.lower()), None)
    case = f"; `{quoted(other)}` is there: the names differ in case" if other else ""
    return Explained(
        Cause.CODE_RAISES,
        f"the configuration cannot be put together: {said(found)}{case}",
        "Correct the name in the configuration or in the command.",
    )


def _of_last_line(failure: Failure) -> Explained | None:
    last = next((line for line in reversed(failure.lines[-_LAST_LINES:]) if line.strip()), None)
    if last is None:
        return None
    return Explained(
        Cause.CODE_RAISES,
        f"the command ended with exit code {failure.exit_code}; the last that it said:"
        f" {quoted(last)}",
        "Run the command by hand in a fresh environment, and make it say what is wrong.",
    )
