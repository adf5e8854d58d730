"""A path of the author's machine whose end exists in the repository stands for that file."""

import posixpath
import re

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.change import Change, with_mapping
from mlops_platform.core.failures.files import missing_file, tail_in
from mlops_platform.core.failures.steps import script_of
from mlops_platform.core.planning.authors_paths import SYSTEM
from mlops_platform.core.run_plan import PathMapping

CERTAINTY = 1
_FOREIGN = re.compile(r"(?:[A-Za-z]:)?/")


def repair(case: Case) -> Change | None:
    """Map the part of the path before the common end."""
    failure, plan, facts = case
    missing = missing_file(failure)
    if missing is None or missing.own is not None or not _FOREIGN.match(missing.path):
        return None
    script = script_of(failure.step) if failure.step else None
    looked_for = posixpath.dirname(missing.path) if missing.is_written else missing.path
    tail = tail_in(looked_for, frozenset(facts.beside(script)))
    if tail is None or looked_for.split("/")[1] in SYSTEM:
        return None
    # With backslashes the whole path is one name to Linux.
    is_one_name = "\\" in missing.given
    mapping = (
        PathMapping(path=missing.given, target=tail) if is_one_name else _mapping(looked_for, tail)
    )
    if mapping in plan.path_mappings or (is_one_name and missing.is_written):
        return None
    change = f"`{mapping.path}` stands for `{mapping.target}` of the repository"
    return Change(with_mapping(plan, mapping), missing.because, change)


def _mapping(path: str, tail: str) -> PathMapping:
    """Cut the common end off both, but leave the top folders of a system alone."""
    if not path.endswith(f"/{tail}"):
        return PathMapping(path=path, target=tail)
    before = path.removesuffix(f"/{tail}") or "/"
    if before.count("/") > 1 or not path.startswith("/"):
        return PathMapping(path=before, target=".")
    first = tail.partition("/")[0]
    return PathMapping(path=posixpath.join(before, first), target=first)
