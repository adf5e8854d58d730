"""Which attempt of an execution is the run that is shown: the one that decided how it ended."""

from mlops_platform.core.run_outcome import Attempt, Execution


def deciding(execution: Execution) -> Attempt | None:
    """Return that attempt: the last, unless another was told; None where nothing was tried."""
    attempts, number = execution.attempts, execution.decided_by
    if 1 <= number <= len(attempts):
        return attempts[number - 1]
    return attempts[-1] if attempts else None
