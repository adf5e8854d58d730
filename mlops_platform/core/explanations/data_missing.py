"""A file that the run reads is not in the repository."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import is_inside, said
from mlops_platform.core.failures.files import MissingFile, missing_file
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.repair_facts import RepairFacts

CERTAINTY = 2
_NEXT = (
    "Commit the file (or a small sample), or a script that makes it; say in the README where it"
    " comes from."
)
_PULL = (
    "Pull the data where their store can be reached (`dvc pull`, `git lfs pull`) and execute that"
    " directory, or commit a small sample."
)
_DVC = re.compile(
    r"missing data '?source'?: (.{1,200})|failed to (?:pull|fetch) data"
    r"|Some of the cache files do not exist"
    r"|output '?(.{1,200}?)'? does not exist|Checkout failed for following targets"
)
_NO_SAMPLES = re.compile(
    r"Found no valid file for the classes|num_samples should be a positive integer value, but got"
    r" num_samples=0|n_samples=0|Found array with 0 sample|No objects to concatenate"
    r"|No images? found"
)


def explain(case: Case) -> Explained | None:
    """Say which file, and whether the repository holds a pointer to it."""
    failure, facts = case.failure, case.facts
    if failure.is_install:
        return None
    pipeline = failure.told(_DVC)
    if pipeline:
        because = f"data under DVC is not in the repository: {said(pipeline)}"
        return Explained(Cause.DATA_MISSING, because, _PULL)
    missing = missing_file(failure)
    if missing is not None and not missing.is_written:
        return _of_file(missing, facts)
    empty = failure.told(_NO_SAMPLES)
    if empty:
        because = f"the run found no data: {said(empty)}"
        return Explained(Cause.DATA_MISSING, because, _NEXT)
    return None


def _of_file(missing: MissingFile, facts: RepairFacts) -> Explained:
    shown = quoted(missing.path)
    own = missing.own
    pointer = own is not None and next(
        (each for each in facts.pointers if is_inside(own, each)), None
    )
    if pointer:
        what = "it" if pointer == own else f"`{pointer}`"
        because = f"`{shown}` is kept elsewhere: here {what} is a pointer only (DVC or Git LFS)"
        return Explained(Cause.DATA_MISSING, because, _PULL)
    alike = own and next((each for each in facts.files if each.lower() == own.lower()), None)
    if alike and alike != own:
        because = f"`{shown}` does not exist, but `{alike}` does: the names differ in case"
        return Explained(Cause.DATA_MISSING, because, "Spell the path as the file is named.")
    if own is None:
        because = (
            f"`{shown}` is a path of its author's machine, and the repository holds no such file"
        )
        return Explained(
            Cause.DATA_MISSING, because, f"Read it from a path inside the repository. {_NEXT}"
        )
    return Explained(
        Cause.DATA_MISSING, f"`{shown}` is not in the repository: {missing.because}", _NEXT
    )
