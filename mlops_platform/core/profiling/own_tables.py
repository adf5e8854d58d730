"""The repository's own tables, read and described within a budget for them all."""

import re

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.dataset_profile import DatasetProfile
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.datasets import ReadDataset, read_dataset
from mlops_platform.core.facts.repository import RepositoryFacts, Role, read_repository
from mlops_platform.core.facts.schemas.read_schemas import read_schemas
from mlops_platform.core.facts.tables.faults import FAULTS
from mlops_platform.core.facts.tables.splits import split_pairs
from mlops_platform.core.facts.tables.table_format import UNREAD_FORMATS, table_format
from mlops_platform.core.facts.tables.target import TargetHints, TargetName
from mlops_platform.core.profiling.schema_checks import check_schemas
from mlops_platform.core.profiling.target_columns import find_target_columns
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts, SplitPair
from mlops_platform.core.sections.project_profile import (
    DatasetFile,
    ProjectProfileFacts,
)

MOST_TABLES = 30
MOST_BYTES = 150 << 20
"""Of all tables together, as they lie on disk: about a minute of processor time."""

FEWEST_ROWS = 10
"""A smaller table is a list of names or settings, or a summary, not data to learn from."""

ONLY_CODE_KNOWS = frozenset({"dat", "mat", "numbers"})
"""They hold arrays in a layout that nothing but the code tells."""

LOOSE_FORMATS = frozenset({"json", "txt", "gz", "zip", "data"})
"""Endings of much that is no table: what is not readable as one is left out silently."""

_NO_DATA = re.compile(
    r"(?<![a-z])(?:bad|broken|invalid|missing|samples?|examples?|submissions?|fixtures?|mock|dummy"
    r"|toy|expected|demo|schema)(?![a-z])",
    re.IGNORECASE,
)


def describe_own_tables(
    checkout: Checkout, profile: ProjectProfileFacts, entry: CatalogEntry | None
) -> DatasetHealthFacts:
    """Read and describe the tables that the profile lists.

    `entry` is what the operator's catalog says of the repository.
    """
    repository = read_repository(checkout)
    own, left_out = _chosen(repository, profile.datasets)
    names = find_target_columns(checkout, repository) if own else frozenset()
    hints = TargetHints(by_code=names, stated=_stated_targets(profile, entry))
    read: dict[str, ReadDataset] = {}
    unread: list[Evidence] = []
    for file in own:
        found = read_dataset(checkout, file.path, file.format, hints)
        if isinstance(found, ReadDataset):
            read[file.path] = found
        elif file.format not in LOOSE_FORMATS:
            (unread if found.reason in FAULTS else left_out).append(_note(found))
    tables = {path: each for path, each in read.items() if _is_data(each.profile)}
    schemas = read_schemas(checkout, repository, {file.path for file in profile.datasets})
    profiles = {path: each.profile for path, each in tables.items()}
    facts = {
        "profiles": tuple(profiles.values()),
        "unread": unread,
        "passed_over": left_out,
        "absent": [
            Evidence(path=file.path, note="a pointer; the data is elsewhere")
            for file in profile.datasets
            if file.is_pointer
        ],
        "split_pairs": _pairs(tables),
        "schemas": check_schemas(schemas, profiles),
    }
    return DatasetHealthFacts.model_validate(DatasetHealthFacts.shared(profile) | facts)


def _stated_targets(
    profile: ProjectProfileFacts, entry: CatalogEntry | None
) -> tuple[TargetName, ...]:
    said = (
        (entry.target if entry else None, "the operator's catalog"),
        (profile.declaration.target, "the repository's own statement"),
    )
    return tuple(TargetName(column, source, 1.0) for column, source in said if column)


def _chosen(
    repository: RepositoryFacts, files: tuple[DatasetFile, ...]
) -> tuple[list[DatasetFile], list[Evidence]]:
    """Choose the tables that fit the budget, and say which do not."""
    roles = {file.path: file.role for file in repository.files}
    chosen: list[DatasetFile] = []
    left_out: list[Evidence] = []
    size = 0
    for file in files:
        kind = table_format(f".{file.format}") or file.format
        if file.is_pointer or roles.get(file.path) is not Role.SOURCE or _NO_DATA.search(file.path):
            continue
        if kind in UNREAD_FORMATS:
            left_out.append(Evidence(path=file.path, note=UNREAD_FORMATS[kind]))
        elif kind in ONLY_CODE_KNOWS:
            note = "its layout is known to the code alone, so that it is not read as a table"
            left_out.append(Evidence(path=file.path, note=note))
        elif table_format(f".{kind}") or kind in LOOSE_FORMATS:
            size += file.size_bytes
            if len(chosen) < MOST_TABLES and size <= MOST_BYTES:
                chosen.append(file)
            else:
                left_out.append(Evidence(path=file.path, note="beyond the budget of one analysis"))
    return chosen, left_out


def _note(file: UnreadFile) -> Evidence:
    return Evidence(path=file.path, note=file.reason)


def _is_data(profile: DatasetProfile) -> bool:
    return profile.rows >= FEWEST_ROWS


def _pairs(tables: dict[str, ReadDataset]) -> list[SplitPair]:
    return [_pair(tables[one], tables[other]) for one, other in split_pairs(tables)]


def _pair(training: ReadDataset, held_out: ReadDataset) -> SplitPair:
    is_comparable = training.schema == held_out.schema and len(held_out.schema) > 1
    known = training.row_hashes.unique()
    target = training.profile.target
    there = {name for name, _ in held_out.schema}
    missing = [name for name, _ in training.schema if name not in there]
    return SplitPair(
        training=training.profile.path,
        held_out=held_out.profile.path,
        held_out_rows=held_out.profile.rows,
        shared_rows=int(held_out.row_hashes.is_in(known.implode()).sum())
        if is_comparable
        else None,
        missing_columns=tuple(m for m in missing if target is None or m != target.column),
    )
