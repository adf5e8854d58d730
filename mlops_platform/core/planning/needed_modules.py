"""Which distributions the started code needs: its imports, and what libraries load for calls."""

from collections.abc import Iterator
from typing import NamedTuple

from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.source_code import Import, SourceFile
from mlops_platform.core.planning.module_distributions import checked_distribution
from mlops_platform.core.planning.planning_facts import PlanningFacts
from mlops_platform.core.planning.started_files import reached_files, started_scopes
from mlops_platform.core.profiling.distributions import (
    BROUGHT_ALONG,
    DISTRIBUTIONS,
    is_standard,
    normalised,
)

COMPANIONS = {
    "torch.utils.tensorboard": "tensorboard",
    "tensorflow.keras.utils.plot_model": "pydot",
}
"""Modules of a library that need another distribution, which the library does not install."""

COMPANIONS_OF_CALLS = {
    "pandas.read_excel": "openpyxl",
    ".to_excel": "openpyxl",
    "pandas.read_parquet": "pyarrow",
    ".to_parquet": "pyarrow",
    "pandas.read_feather": "pyarrow",
    ".to_feather": "pyarrow",
    "pandas.read_hdf": "tables",
    ".to_hdf": "tables",
    "pandas.read_html": "lxml",
    ".to_markdown": "tabulate",
    ".write_image": "kaleido",
}


class Needed(NamedTuple):
    """One distribution that the code needs, and the import or call that tells so.

    `distribution` is None where nobody checked which one brings the module.
    """

    module: str
    distribution: str | None
    evidence: Evidence


def needed_modules(starts: tuple[str, ...], facts: PlanningFacts) -> tuple[Needed, ...]:
    """Return what started files need from outside the repository, by module.

    Imports that the code can do without are not asked for, nor those of functions that may never
    be called.
    """
    files = reached_files(starts, facts)
    scopes = started_scopes(starts, files, facts)
    found: dict[str, Needed] = {}
    for file in files:
        for each in (*_imports(file, scopes), *_calls(file, scopes)):
            key = each.distribution or each.module
            found.setdefault(key, each)
    return tuple(sorted(found.values(), key=lambda each: (each.module, each.distribution or "")))


def is_covered(needed: Needed, declared: frozenset[str]) -> bool:
    """Tell whether declared distributions bring what is needed."""
    top = needed.module.partition(".")[0]
    others = (*DISTRIBUTIONS.get(top, ()), *BROUGHT_ALONG.get(top, ()))
    if needed.module in COMPANIONS or needed.module in COMPANIONS_OF_CALLS:
        return needed.distribution in declared
    if top in {"google", "azureml", "azure"}:
        return any(name.startswith(f"{top}-") for name in declared)
    names = (needed.distribution, normalised(top), *others)
    return any(name in declared for name in names)


def _imports(file: SourceFile, scopes: frozenset[tuple[str, str]]) -> Iterator[Needed]:
    for item in file.imports:
        if not _is_wanted(item) or (file.path, item.scope) not in scopes:
            continue
        dotted = f"{item.module}.{item.name}" if item.name else item.module
        place = Evidence(path=file.path, line=item.line)
        top = item.module.partition(".")[0]
        yield Needed(top, checked_distribution(dotted), place)
        for module, distribution in COMPANIONS.items():
            if dotted == module or dotted.startswith(f"{module}."):
                yield Needed(module, distribution, place)


def _calls(file: SourceFile, scopes: frozenset[tuple[str, str]]) -> Iterator[Needed]:
    uses_pandas = any(item.module.partition(".")[0] == "pandas" for item in file.imports)
    for call in file.calls:
        distribution = COMPANIONS_OF_CALLS.get(call.name)
        if (file.path, call.scope) not in scopes:
            continue
        if distribution and (uses_pandas or call.name == ".write_image"):
            yield Needed(call.name, distribution, Evidence(path=file.path, line=call.line))


def _is_wanted(item: Import) -> bool:
    is_foreign = bool(item.module) and not item.level and not item.is_local
    return (
        is_foreign and not (item.is_guarded or item.is_conditional) and not is_standard(item.module)
    )
