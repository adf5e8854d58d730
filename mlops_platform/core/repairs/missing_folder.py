"""A folder to write into does not exist, since Git keeps no empty folders: it is made.

So are folders such as `Documents`, which the author's home has and an empty one has not.
"""

import posixpath

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_folder, with_variables
from mlops_platform.core.failures.failure import is_inside
from mlops_platform.core.failures.files import MissingFile, missing_file
from mlops_platform.core.run_plan import HOME, OUTPUTS, SOURCES, RunPlan

CERTAINTY = 1


def repair(case: Case) -> Change | None:
    """Make the folder, where the run wanted to write and the repository has none."""
    failure, plan, facts = case
    missing = missing_file(failure)
    if missing is None or not missing.is_written:
        return None
    if missing.own is None:
        return _in_home(missing, plan)
    folder = missing.folder
    exists = folder == "." or any(file.startswith(f"{folder}/") for file in facts.files)
    if exists or folder in plan.folders:
        return None
    return Change(
        with_folder(plan, folder), missing.because, f"the empty folder `{folder}` is made"
    )


def _in_home(missing: MissingFile, plan: RunPlan) -> Change | None:
    """Give the run a home among its outputs that has the folder."""
    wanted = missing.path if missing.is_folder else posixpath.dirname(missing.path)
    if not is_inside(wanted, HOME) or wanted == HOME or "HOME" in dict(plan.variables):
        return None
    home, inside = posixpath.join(OUTPUTS, "home"), posixpath.relpath(wanted, HOME)
    changed = with_folder(plan, posixpath.join(home, inside))
    changed = with_variables(changed, {"HOME": posixpath.join(SOURCES, home)})
    return Change(changed, missing.because, f"the run's home is `{home}`, with a folder `{inside}`")
