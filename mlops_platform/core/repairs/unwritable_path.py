"""The run writes to a folder of its author's machine: a folder of its own stands for that one."""

import posixpath
import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_folder, with_mapping
from mlops_platform.core.failures.failure import Failure, is_inside
from mlops_platform.core.failures.files import missing_file
from mlops_platform.core.failures.log_lines import quoted
from mlops_platform.core.planning.authors_paths import SYSTEM
from mlops_platform.core.run_plan import OUTPUTS, PathMapping

CERTAINTY = 1
_REFUSED = re.compile(
    r"\[Errno (?:13|30)\] (?:Permission denied|Read-only file system): "
    r"b?['\"](/[^'\"]{1,400})['\"]$"
)
OURS = ("/box", "/home/box", "/opt/env")
"""What the sandbox itself keeps; a run that may not write there is not mended by a folder."""


def repair(case: Case) -> Change | None:
    """Map the folder that could not be written to into the folder of outputs."""
    failure, plan, _ = case
    refused = _refused(failure)
    if refused is None:
        return None
    path, because = refused
    mapped = [each.path for each in plan.path_mappings]
    if any(is_inside(path, each) for each in (*OURS, *mapped)) or path.split("/")[1] in SYSTEM:
        return None
    target = f"{OUTPUTS}{path}"
    changed = with_folder(with_mapping(plan, PathMapping(path=path, target=target)), target)
    return Change(changed, because, f"`{path}` stands for the new folder `{target}`")


def _refused(failure: Failure) -> tuple[str, str] | None:
    """Return the folder, and the line that tells; a file is refused for the sake of its folder."""
    error = failure.error_of("PermissionError", "OSError")
    found = _REFUSED.search(error.message.split("\n", 1)[0]) if error else None
    if error and found:
        path = posixpath.normpath(found[1])
        is_file = "." in posixpath.basename(path)
        return posixpath.dirname(path) if is_file else path, quoted(error.first_line)
    missing = missing_file(failure)
    if missing and missing.is_written and missing.own is None and missing.given.startswith("/"):
        path = posixpath.normpath(missing.path)
        return path if missing.is_folder else posixpath.dirname(path), missing.because
    return None
