"""The dependency files agree with each other.

Why: two people who install from different files of one repository should get one environment.
Fix: keep one source of versions: let the second file read the first (`-r requirements.txt`, or
`dynamic = ["dependencies"]` in `pyproject.toml`), or delete it.
"""

from collections import defaultdict
from itertools import combinations
from pathlib import PurePosixPath

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion

from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, Evidence, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import Dependency, ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"

# Other names (requirements-gpu.txt, environment-dev.yml) are variants that may differ on purpose.
COMPARED = {"requirements.txt", "pyproject.toml", "setup.py", "setup.cfg", "Pipfile"}


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from exact versions that another manifest in the same folder excludes."""
    folders: dict[tuple[str, str], list[Dependency]] = defaultdict(list)
    for dependency in facts.dependencies:
        path = PurePosixPath(dependency.path)
        if path.name in COMPARED and not dependency.group:
            folders[str(path.parent), dependency.name].append(dependency)
    pairs = [
        p for same in folders.values() for p in combinations(same, 2) if p[0].path != p[1].path
    ]
    if not pairs:
        return not_applicable("no package is declared in two files of one folder")
    clashes = [pair for pair in pairs if _clash(*pair)]
    if not clashes:
        return met()
    return unmet(
        f"they ask for different versions of {listed(pair[0].name for pair in clashes)}",
        [_cite(d) for pair in clashes for d in pair],
    )


def _clash(one: Dependency, other: Dependency) -> bool:
    return _excludes(one, other) or _excludes(other, one)


def _excludes(exact: Dependency, ranged: Dependency) -> bool:
    version = exact.specifier.removeprefix("==")
    if not exact.specifier.startswith("==") or not version[:1].isdigit() or "*" in version:
        return False
    try:
        return not SpecifierSet(ranged.specifier).contains(version, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return False


def _cite(dependency: Dependency) -> Evidence:
    note = f"{dependency.name}{dependency.specifier}"
    return Evidence(path=dependency.path, line=dependency.line, note=note)
