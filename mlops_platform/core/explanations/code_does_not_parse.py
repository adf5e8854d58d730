"""A file is no Python of the version that runs it."""

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.log_lines import quoted

CERTAINTY = 1


def explain(case: Case) -> Explained | None:
    """Show the place; Python 2 is said by its name."""
    failure = case.failure
    error = failure.error_of("SyntaxError", "IndentationError", "TabError")
    if error is None or failure.is_install:
        return None
    frame = error.frames[-1] if error.frames else None
    path = failure.own_path(frame.path) if frame else None
    where = f"{path}:{frame.line}: " if frame and path else ""
    is_old = "Missing parentheses in call to 'print'" in error.message
    hint = "It is Python 2; port it (`2to3`)" if is_old else "Correct the file"
    return Explained(
        Cause.CODE_DOES_NOT_PARSE,
        f"{where}{quoted(error.first_line)}",
        f"{hint}, and let CI compile every file (`python -m compileall .`).",
    )
