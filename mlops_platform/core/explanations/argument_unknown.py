"""The command needs arguments that nobody wrote down."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.arguments import missing_arguments
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import said
from mlops_platform.core.failures.steps import started
from mlops_platform.core.failures.variables import missing_variable

CERTAINTY = 1
_REFUSED = re.compile(
    r"error: (?:unrecognized arguments|argument .{1,80}: (?:invalid|expected))|No such option"
)


def explain(case: Case) -> Explained | None:
    """Name the arguments, or the variable, that the operator has to give."""
    failure = case.failure
    step = failure.step
    if step is None:
        return None
    script = started(step)
    command = 'State the whole command in the README, or give it: `--train "python … "`.'
    missing = missing_arguments(failure)
    if missing is not None:
        names = ", ".join(f"`{name}`" for name in missing.names) or "arguments"
        because = (
            f"`{script}` needs {names}, and no file of the repository says which: {missing.because}"
        )
        return Explained(Cause.ARGUMENT_UNKNOWN, because, command)
    variable = missing_variable(failure)
    if variable is not None and not variable.is_secret:
        because = f"`{script}` needs the variable {variable.name}: {variable.because}"
        return Explained(
            Cause.ARGUMENT_UNKNOWN,
            because,
            "Give it a default in the code, or a value in `.env.example`.",
        )
    if failure.error is not None and failure.error.kind == "EOFError":
        return Explained(
            Cause.ARGUMENT_UNKNOWN,
            f"`{script}` asks a person for input, and nobody is there",
            command,
        )
    found = failure.find(_REFUSED)
    return Explained(Cause.ARGUMENT_UNKNOWN, said(found), command) if found else None
