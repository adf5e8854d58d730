"""The command needs arguments that nobody wrote down."""

import re

from mlops_platform.core.causes import Cause
from mlops_platform.core.failures.arguments import missing_arguments
from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.explained import Explained
from mlops_platform.core.failures.failure import Failure, said
from mlops_platform.core.failures.steps import started
from mlops_platform.core.failures.variables import missing_variable

CERTAINTY = 1
_STATE_IT = 'State the whole command in the README, or give it: `--train "python … "`.'
_GIVE_A_DEFAULT = "Give it a default in the code, or a value in `.env.example`."
_REFUSED = re.compile(
    r"error: (?:unrecognized arguments|argument .{1,80}: (?:invalid|expected))|No such option"
)


def explain(case: Case) -> Explained | None:
    """Name the arguments, or the variable, that the operator has to give."""
    failure = case.failure
    if failure.step is None:
        return None
    because = _because(failure, started(failure.step))
    if because:
        return Explained(Cause.ARGUMENT_UNKNOWN, because, _STATE_IT)
    variable = missing_variable(failure)
    if variable is None or variable.is_secret:
        return None
    because = f"the run needs the variable {variable.name}: {variable.because}"
    return Explained(Cause.ARGUMENT_UNKNOWN, because, _GIVE_A_DEFAULT)


def _because(failure: Failure, script: str) -> str:
    """Say what the command lacks or must not have, "" where that is not the failure."""
    missing = missing_arguments(failure)
    refused = failure.told(_REFUSED)
    if refused is not None and not (missing and missing.names):
        return f"`{script}` is called with something that it does not take: {said(refused)}"
    if missing is not None:
        names = ", ".join(f"`{name}`" for name in missing.names) or "arguments"
        return (
            f"`{script}` needs {names}, and no file of the repository says which: {missing.because}"
        )
    if failure.error is not None and failure.error.kind == "EOFError":
        return f"`{script}` asks a person for input, and nobody is there"
    return ""
