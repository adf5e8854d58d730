"""Modules that a run did not find: whether they are the repository's own, and where they stand."""

import re
from typing import NamedTuple

from mlops_platform.core.failures.failure import Failure
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.planning.module_distributions import checked_distribution
from mlops_platform.core.planning.requirement_lines import name_of
from mlops_platform.core.profiling.distributions import distributions_of, normalised
from mlops_platform.core.run_plan import RunPlan

_SHARED = frozenset({"google", "azure", "azureml", "zope", "sphinxcontrib"})
"""Names under which several distributions put their modules."""

_NO_MODULE = re.compile(r"No module named '?([A-Za-z_][\w.]{0,200})'?")
_IMPORT = re.compile(r"(?:from|import)\s+([A-Za-z_][\w.]{0,200})")


class MissingModule(NamedTuple):
    """A module by its dotted name, as fully as the code names it.

    `is_part`: what it should be a part of was found, so that nothing is missing but has moved.
    """

    name: str
    is_part: bool
    because: str


def missing_module(failure: Failure) -> MissingModule | None:
    """Return the module that was not found, None where the run ended because of something else."""
    error = failure.error_of("ModuleNotFoundError", "ImportError")
    found = _NO_MODULE.match(error.message) if error else None
    if error is None or found is None or "is not a package" in error.message:
        return None
    named = _IMPORT.match(error.frames[-1].code) if error.frames else None
    is_longer = named is not None and named[1].startswith(f"{found[1]}.")
    is_part = "." in found[1] and found[1].partition(".")[0] not in _SHARED
    name = named[1] if named and is_longer else found[1]
    return MissingModule(name, is_part, quoted(error.first_line))


def own_module_folder(module: str, near: str, facts: RepairFacts) -> str | None:
    """Return the folder from which a module of the repository can be imported.

    Of several the one is taken that shares most of its path with `near`, a file of the repository.
    """
    tail = module.replace(".", "/")
    folders = {_folder(path, tail) for path in facts.beside(near or None) if path.endswith(".py")}
    known = [folder for folder in folders if folder is not None]
    return min(
        known, key=lambda folder: (-_shared(folder, near), folder.count("/"), folder), default=None
    )


def installable(module: str, facts: RepairFacts) -> str | None:
    """Return the checked distribution that brings a module; one that is declared goes first."""
    declared = {name_of(line) for line in facts.declared}
    usual = distributions_of(module)
    known = checked_distribution(module)
    if known is None:
        return next((name for name in usual if normalised(name) in declared), None)
    return next((name for name in (known, *usual) if normalised(name) in declared), known)


def asks_for(plan: RunPlan, distribution: str) -> bool:
    """Tell whether a plan installs a distribution already."""
    wanted = normalised(distribution)
    return any(name_of(line) == wanted for line in plan.environment.requirements)


def _folder(path: str, tail: str) -> str | None:
    """Return the folder from which a file is imported as the module `tail`, or is inside of it.

    Packages need no `__init__.py`: any folder of that name that holds code will do.
    """
    inside = f"/{path}"
    start = inside.find(f"/{tail}/")
    if start < 0 and inside.endswith(f"/{tail}.py"):
        start = len(inside) - len(f"/{tail}.py")
    return None if start < 0 else inside[1:start] or "."


def _shared(folder: str, near: str) -> int:
    """Count the folders that a path shares with another from the root on."""
    ours = [] if folder == "." else folder.split("/")
    pairs = zip(ours, near.split("/"), strict=False)
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count if count == len(ours) else -1
