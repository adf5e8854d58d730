"""Which runs repeat each other: same repository, commit, purpose and parameters, another chance."""

import re
from collections.abc import Sequence

from mlops_platform.core.recorded_run import RecordedRun, RunStatus

CHANCE = re.compile(r"(?i)(^|[^a-z])(seed|random_?state)s?$")
"""Parameters that only choose among equal chances."""
LIMITS = frozenset({"plan.timeout_seconds", "plan.memory_bytes", "plan.cpus"})


def repetitions(run: RecordedRun, known: Sequence[RecordedRun]) -> tuple[RecordedRun, ...]:
    """Return the run, and after it those that repeat it."""
    others = {each.run_id: each for each in known if repeat_each_other(each, run)}
    return (run, *(others[name] for name in sorted(others) if name != run.run_id))


def repeat_each_other(first: RecordedRun, second: RecordedRun) -> bool:
    """Tell whether two runs succeeded at the same."""
    return first.status is second.status is RunStatus.FINISHED and _what(first) == _what(second)


def _what(run: RecordedRun) -> tuple[object, ...]:
    parameters = frozenset(
        (name, value)
        for name, value in run.parameters
        if name not in LIMITS and not CHANCE.search(name)
    )
    return (run.repository, run.commit, run.purpose, parameters)
