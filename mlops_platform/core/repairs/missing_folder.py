"""A folder to write into does not exist, since Git keeps no empty folders: it is made."""

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_folder
from mlops_platform.core.failures.files import missing_file

CERTAINTY = 1


def repair(case: Case) -> Change | None:
    """Make the folder, where the run wanted to write and the repository has none."""
    failure, plan, facts = case
    missing = missing_file(failure)
    if missing is None or not missing.is_written or missing.own is None:
        return None
    folder = missing.folder
    exists = folder == "." or any(file.startswith(f"{folder}/") for file in facts.files)
    if exists or folder in plan.folders:
        return None
    return Change(
        with_folder(plan, folder), missing.because, f"the empty folder `{folder}` is made"
    )
