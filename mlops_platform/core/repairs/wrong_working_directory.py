"""A file is looked for beside the wrong folder: the command starts where the path is right."""

import posixpath
import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_step
from mlops_platform.core.failures.files import missing_file
from mlops_platform.core.failures.steps import moved, script_of, started
from mlops_platform.core.run_plan import RunStep

CERTAINTY = 1
_RELATIVE = re.compile(r"(?![A-Za-z]:)[^/].{0,400}")


def repair(case: Case) -> Change | None:
    """Start in the one folder from which the relative path leads to a file."""
    failure, plan, facts = case
    missing = missing_file(failure)
    step = failure.step
    if missing is None or step is None or not _RELATIVE.fullmatch(missing.path):
        return None
    files = frozenset(facts.files)
    if missing.own is not None and _exists(missing.own, files):
        return None
    for folder in _candidates(step):
        there = posixpath.normpath(posixpath.join(folder, missing.path))
        is_right = _exists(posixpath.dirname(there) if missing.is_written else there, files)
        if folder != step.working_directory and not there.startswith("..") and is_right:
            change = f"`{started(step)}` is started in `{folder}`, where `{missing.path}` exists"
            return Change(with_step(plan, step, moved(step, folder)), missing.because, change)
    return None


def _candidates(step: RunStep) -> list[str]:
    """From the root down to the folder of the script."""
    script = script_of(step)
    if script is None:
        return []
    folder = posixpath.dirname(script)
    found = [folder or "."]
    while folder:
        folder = posixpath.dirname(folder)
        found.append(folder or ".")
    return found[::-1]


def _exists(path: str, files: frozenset[str]) -> bool:
    return (
        bool(path)
        and path != "."
        and (path in files or any(file.startswith(f"{path}/") for file in files))
    )
