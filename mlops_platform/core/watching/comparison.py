"""Which two tables of a repository stand for "then" and "now", by their names and their columns."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.facts.tables.splits import split_pairs
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts
from mlops_platform.core.sections.monitoring_health import DriftQuestion, Source
from mlops_platform.core.sections.project_profile import ProjectKind

FEWEST_ROWS = 50
"""In a smaller table only the largest drift could be told from chance."""
ALIKE = 0.8
"""Files of one series share at least so many of their columns."""
SURE_TARGET = 0.7
SKIPPED = frozenset(
    {
        ProjectKind.LIBRARY,
        ProjectKind.MANY_PROJECTS,
        ProjectKind.NOTEBOOKS_ONLY,
        ProjectKind.NOT_ML,
        ProjectKind.TEMPLATE,
    }
)
"""Kinds whose tables belong together by no promise."""

_READ = ("csv", "tsv", "parquet", "data", "txt")
_THEN = re.compile(r"(?<![a-z])(?:reference|baseline)(?![a-z])", re.IGNORECASE)
_NOW = re.compile(r"(?<![a-z])(?:current|production|prod|live|latest)(?![a-z])", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d{2}(?:[-_]?(?:0[1-9]|1[0-2]))(?:[-_]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)"
)
_TEST_FIRST = re.compile(r"(?<![a-z])test(?![a-z])", re.IGNORECASE)


def own_comparison(facts: DatasetHealthFacts) -> DriftQuestion | str:
    """Choose two tables that were profiled, or say why none stand for then and now."""
    if facts.kind in SKIPPED:
        return "the tables of such a repository do not belong together"
    tables = {each.path: each for each in facts.profiles if _is_comparable(each)}
    for source, pairs in (
        (Source.NAMED_FILES, _named(tables)),
        (Source.DATED_FILES, _dated(tables)),
        (Source.SPLIT, _split(tables)),
    ):
        for reference, current in pairs:
            if _are_alike(tables[reference], tables[current]):
                return DriftQuestion(
                    source=source,
                    reference=reference,
                    current=current,
                    target=_target(tables[reference]),
                )
    return _reason(facts)


def _is_comparable(profile: DatasetProfile) -> bool:
    return (
        profile.format in _READ
        and profile.is_whole
        and profile.rows >= FEWEST_ROWS
        and profile.has_header is not False
        and not profile.path.lower().endswith(".zip")
    )


def _named(paths: Iterable[str]) -> list[tuple[str, str]]:
    paths = sorted(paths)
    then = {_THEN.sub("*", p): p for p in reversed(paths) if len(_THEN.findall(p)) == 1}
    return [
        (then[key], path)
        for path in paths
        if len(_NOW.findall(path)) == 1 and (key := _NOW.sub("*", path)) in then
    ]


def _dated(paths: Iterable[str]) -> list[tuple[str, str]]:
    """Pair the last file of each series with the one before it."""
    series: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path in paths:
        folder, _, name = path.rpartition("/")
        dates = _DATE.findall(name)
        if len(dates) == 1:
            date = re.sub(r"\D", "", dates[0])
            series[f"{folder}/{_DATE.sub('*', name)}"].append((date, path))
    ordered = [sorted(files) for _, files in sorted(series.items()) if len(files) > 1]
    return [(files[-2][1], files[-1][1]) for files in ordered if files[-2][0] < files[-1][0]]


def _split(paths: Iterable[str]) -> list[tuple[str, str]]:
    return sorted(split_pairs(paths), key=lambda pair: (not _TEST_FIRST.search(pair[1]), pair))


def _are_alike(one: DatasetProfile, other: DatasetProfile) -> bool:
    first, second = (_names(profile) for profile in (one, other))
    return len(first & second) >= max(1, ALIKE * min(len(first), len(second)))


def _names(profile: DatasetProfile) -> set[str]:
    return {column.name for column in profile.columns}


def _target(profile: DatasetProfile) -> str | None:
    target = profile.target
    return target.column if target and target.confidence >= SURE_TARGET else None


def _reason(facts: DatasetHealthFacts) -> str:
    if facts.profiles:
        return (
            "no two tables of the repository stand for then and now (training and test,"
            " reference and current, or files with dates)"
        )
    if facts.absent:
        return "the data lie under DVC or Git LFS and are not in the tree"
    reasons: Sequence[str] = [each.note for each in (*facts.unread, *facts.passed_over)]
    if reasons:
        return f"no table was read: {reasons[0]}"
    return "the repository holds no table of data"
