"""A module was not found: its folder goes on the path, or its distribution is installed.

Only names that were checked are ever installed; a name that merely looks right may be a stranger's.
"""

import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_import_path, with_requirement
from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.modules import (
    asks_for,
    installable,
    missing_module,
    own_module_folder,
)
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.failures.steps import script_of
from mlops_platform.core.planning.requirement_lines import name_of
from mlops_platform.core.profiling.distributions import is_standard
from mlops_platform.core.run_plan import RunPlan

CERTAINTY = 1
OLDER = {"pkg_resources": "setuptools<81"}
"""Modules that the newest release of their distribution has no more."""

_NAME = r"[`'\"]?([A-Za-z][A-Za-z0-9_.-]{1,60})[`'\"]?"
_ASKED_FOR = (
    re.compile(r"Missing optional dependency " + _NAME),
    re.compile(r"`Import " + _NAME + r" failed"),
    re.compile(
        r"requires "
        + _NAME
        + r"(?:[<>=~!]=?[\w.]{1,20})?`?[^:]{0,80}: ?(?:Please )?(?:run )?`?pip install"
    ),
    re.compile(r"[Pp]lease (?:install|run)[: ]{1,3}(?:the )?`?(?:pip install )?(?:-U )?" + _NAME),
    re.compile(r"tried using: '(pyarrow)'"),
)
_BY_WORDS = {"pyarrow or fastparquet is required": "pyarrow"}


def repair(case: Case) -> Change | None:
    """Put the module's folder on the path, else install what brings the module."""
    failure, plan, facts = case
    if failure.step is None or failure.error is None:
        return None
    missing = missing_module(failure)
    if missing is None:
        return _asked_for(failure, plan, facts)
    module = missing.name
    because = missing.because
    folder = own_module_folder(module, script_of(failure.step) or "", facts)
    if folder is not None and folder not in plan.import_paths:
        change = f"`{folder}` is put on the import path, because `{module}` stands there"
        return Change(with_import_path(plan, folder), because, change)
    if missing.is_part or is_standard(module):
        return None
    line = OLDER.get(module.partition(".")[0]) or installable(module, facts)
    return _installed(line, module, because, plan)


def _asked_for(failure: Failure, plan: RunPlan, facts: RepairFacts) -> Change | None:
    """Install what a library itself says that it needs beside it."""
    error = failure.error_of("ImportError", "ModuleNotFoundError", "ValueError")
    for pattern in _ASKED_FOR if error else ():
        found = pattern.search(error.message[:2000]) if error else None
        if error and found:
            name = found[1]
            return _installed(installable(name, facts), name, quoted(error.first_line), plan)
    return None


def _installed(name: str | None, module: str, because: str, plan: RunPlan) -> Change | None:
    left_out = tuple(each.partition(":")[0] for each in plan.environment.left_out)
    if name is None or asks_for(plan, name_of(name)) or name in left_out:
        return None
    change = f"`{name}` is installed too, which brings `{module}`"
    return Change(with_requirement(plan, name), because, change)
