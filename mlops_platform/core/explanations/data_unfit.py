"""The data are there, but nothing can be learned from them as they are."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said

CERTAINTY = 1
_ONE_CLASS = re.compile(
    r"samples of at least 2 classes in the data|Only one class (?:is )?present in y_true"
    r"|y_true takes value in \{.{0,60}\}|greater than one; got 1 class"
    r"|The least populated class in y has only 1 member|cannot have number of splits n_splits"
    r"|This (?:solver|estimator) needs .{0,40} 2 classes"
)


def explain(case: Case) -> Explained | None:
    """Quote what the library says of the target."""
    failure = case.failure
    if failure.is_install or failure.error is None or failure.error.kind != "ValueError":
        return None
    found = _ONE_CLASS.search(failure.error.first_line)
    if found is None:
        return None
    return Explained(
        Cause.DATA_UNFIT,
        f"the target has too few classes or members to learn from: {said(found)}",
        "Check the labels of the committed data, and how they are selected.",
    )
