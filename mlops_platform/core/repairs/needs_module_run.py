"""A script imports its neighbours relatively: it is started as a module of its package."""

import posixpath
import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_import_path, with_step
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.steps import as_module, script_of, script_position

CERTAINTY = 1
_RELATIVE = re.compile(
    r"attempted relative import (?:with no known parent|beyond top-level) package"
)
_DOTS = re.compile(r"from (\.{1,10})")


def repair(case: Case) -> Change | None:
    """Start the script with `-m`, from the folder above its package."""
    failure, plan, facts = case
    error = failure.error_of("ImportError", "ValueError", "SystemError")
    if error is None or not _RELATIVE.match(error.message) or failure.step is None:
        return None
    script = script_of(failure.step)
    if script is None or script_position(failure.step) is None:
        return None
    dots = _DOTS.match(error.frames[-1].code) if error.frames else None
    folder = _above_package(script, len(dots[1]) if dots else 1, frozenset(facts.files))
    module = None if folder is None else _module(script, folder)
    if folder is None or module is None:
        return None
    changed = with_step(plan, failure.step, as_module(failure.step, module))
    if folder != failure.step.working_directory and folder not in plan.import_paths:
        changed = with_import_path(changed, folder)
    return Change(
        changed, quoted(error.first_line), f"`{script}` is started as the module `{module}`"
    )


def _above_package(script: str, dots: int, files: frozenset[str]) -> str | None:
    """Climb as far as the dots ask, and out of every folder with an `__init__.py`."""
    folder = posixpath.dirname(script)
    for _ in range(dots):
        if not folder:
            return None
        folder = posixpath.dirname(folder)
    while folder and f"{folder}/__init__.py" in files:
        folder = posixpath.dirname(folder)
    return folder or "."


def _module(script: str, folder: str) -> str | None:
    names = posixpath.relpath(script, folder).removesuffix(".py").split("/")
    return ".".join(names) if all(name.isidentifier() for name in names) else None
