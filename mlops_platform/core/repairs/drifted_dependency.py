"""A library has moved on since the code was written: releases of that day are installed.

First everything as of the commit's date; where that was tried, or cannot be, the one library below
the release that changed.
"""

import re
from collections.abc import Iterable

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_environment, with_variables
from mlops_platform.core.failures.drift_table import Drift, known_drift
from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.modules import missing_module, own_module_folder
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.planning.module_distributions import checked_distribution
from mlops_platform.core.planning.requirement_lines import name_of
from mlops_platform.core.profiling.distributions import is_standard
from mlops_platform.core.run_plan import RunPlan

CERTAINTY = 2
_TYPICAL = (
    "AttributeError",
    "ImportError",
    "ModuleNotFoundError",
    "TypeError",
    "NotImplementedError",
)
_IN_LIBRARY = ("ValueError", "RuntimeError", "MlflowException")
_OF_MODULE = re.compile(r"module '([A-Za-z_]\w{0,60})[\w.]{0,100}' has no attribute")
_NOT_DRIFTED = re.compile(
    r"2 classes|[Oo]nly one class|only has one class|contains NaN|CUDA|GPU"
    r"|attempted relative import|No such file"
    r"|not exist|Connection|resolve|out of memory|API key|0 sample|non-existent|circular import"
)


def repair(case: Case) -> Change | None:
    """Set a known switch, else the date of the commit, else a limit for the library."""
    failure, plan, facts = case
    if failure.is_install or failure.error is None:
        return None
    known = known_drift(failure)
    if known is not None:
        drift, line = known
        return (
            _switched(drift, quoted(line), plan)
            or (_as_of_commit(quoted(line), plan, facts) if _is_open(plan) else None)
            or _bounded(drift.bounds, quoted(line), plan)
            or _older_python(drift, quoted(line), plan, facts)
        )
    if not _looks_drifted(failure, facts):
        return None
    # Pins of a lock file hold what they need, too; those of a person do not.
    is_locked = any("==" in bound for bound in plan.environment.bounds) and not _is_open(plan)
    return None if is_locked else _as_of_commit(quoted(failure.error.first_line), plan, facts)


def _is_open(plan: RunPlan) -> bool:
    return any("==" not in line for line in plan.environment.requirements)


def _switched(drift: Drift, because: str, plan: RunPlan) -> Change | None:
    if drift.switch is None or drift.switch[0] in dict(plan.variables):
        return None
    name, value = drift.switch
    change = f"{name}={value} is set, which the library offers for code of before"
    return Change(with_variables(plan, {name: value}), because, change)


def _as_of_commit(because: str, plan: RunPlan, facts: RepairFacts) -> Change | None:
    """Set the date, where it may change something and was not lifted before."""
    environment = plan.environment
    was_tried = any(each.repair == "unsatisfiable_requirements" for each in plan.repairs)
    if facts.committed_on is None or environment.as_of or was_tried:
        return None
    change = f"releases as of the commit ({facts.committed_on}) are installed"
    return Change(with_environment(plan, as_of=facts.committed_on), because, change)


def _bounded(bounds: Iterable[str], because: str, plan: RunPlan) -> Change | None:
    """Set the limits, but overrule no pin of the repository."""
    pinned = {name_of(line) for line in plan.environment.requirements if "==" in line}
    held = {name_of(bound) for bound in plan.environment.bounds}
    wanted = tuple(bound for bound in bounds if name_of(bound) not in pinned | held)
    if not wanted:
        return None
    change = f"older releases are installed: {', '.join(f'`{bound}`' for bound in wanted)}"
    bounded = with_environment(plan, bounds=(*plan.environment.bounds, *wanted))
    return Change(bounded, because, change)


def _older_python(drift: Drift, because: str, plan: RunPlan, facts: RepairFacts) -> Change | None:
    minor = int(plan.environment.python.partition(".")[2])
    minors = [int(version.partition(".")[2]) for version in facts.pythons]
    fitting = [m for m in minors if drift.python is not None and m <= drift.python < minor]
    if not fitting:
        return None
    python = f"3.{max(fitting)}"
    return Change(with_environment(plan, python=python), because, f"Python {python} is used")


def _looks_drifted(failure: Failure, facts: RepairFacts) -> bool:
    """Tell whether a library refuses what the code asks of it, rather than the code's own error."""
    error = failure.error
    if error is None:
        return False
    missing = missing_module(failure)
    if missing is not None:
        is_own = own_module_folder(missing.name, "", facts) is not None
        return missing.is_part and not is_own and checked_distribution(missing.name) is not None
    of_module = _OF_MODULE.search(error.message)
    if _NOT_DRIFTED.search(error.message) or (of_module and is_standard(of_module[1])):
        return False
    if failure.is_raised_in_library():
        return error.kind in (*_TYPICAL, *_IN_LIBRARY)
    code = error.frames[-1].code if error.frames else ""
    is_foreign = "site-packages" in error.message or code.startswith(("from ", "import "))
    is_call = "unexpected keyword argument" in error.message or "has no attribute" in error.message
    return error.kind in _TYPICAL and (is_foreign or is_call)
