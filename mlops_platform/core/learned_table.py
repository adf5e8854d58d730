"""Which table of its repository a model learned from, where that is beyond doubt."""

import re
from collections.abc import Sequence

from mlops_platform.core.catalog_entry import CatalogEntry
from mlops_platform.core.checkout import Checkout
from mlops_platform.core.drift.training_profile import ProfileAnswer, TableToKeep
from mlops_platform.core.errors import GatheringFailedError
from mlops_platform.core.facts.tables.splits import split_pairs
from mlops_platform.core.ports import Isolation
from mlops_platform.core.sections.project_profile import DatasetFile, ProjectProfileFacts

READABLE = ("csv", "tsv", "parquet", "csv.gz", "tsv.gz", "jsonl", "jsonl.gz")
_TRAINING = re.compile(r"(?<![a-z])train(?:ing)?(?![a-z])", re.IGNORECASE)
_NOT_LEARNED = re.compile(
    r"(?<![a-z])(?:test|testing|val|valid|validation|dev|eval|holdout|samples?|examples?|submissions?"
    r"|fixtures?|predictions?|results?|docs?)(?![a-z])",
    re.IGNORECASE,
)


class NoLearnedTableError(Exception):
    """There is no such table, or more than one could be it; the message is a clause."""


def learned_table(profile: ProjectProfileFacts, entry: CatalogEntry | None) -> str:
    """Return the path of the table. Raises NoLearnedTableError.

    The operator's word comes first: the `reference` of the catalog, where the repository holds it.
    Else it is the only table, or the only one that is named for training.
    """
    if entry and entry.reference:
        if entry.reference.startswith("/"):
            raise NoLearnedTableError("the catalog's `reference` is not in the repository")
        return entry.reference
    if profile.external_data:
        raise NoLearnedTableError("the code brings data from elsewhere too")
    found = _likely(profile.datasets)
    named = [path for path in found if _TRAINING.search(path.rpartition("/")[2])]
    for paths in (found, named):
        if len(paths) == 1:
            return paths[0]
    if not found:
        raise NoLearnedTableError("the repository holds no table to learn from")
    raise NoLearnedTableError(
        f"{len(found)} tables could be it; name it as `reference` in the catalog"
    )


def keep_learned(
    isolation: Isolation,
    checkout: Checkout,
    profile: ProjectProfileFacts,
    entry: CatalogEntry | None,
) -> ProfileAnswer:
    """Profile the table that a model learned from, or say why there is no profile."""
    try:
        table = TableToKeep(path=learned_table(profile, entry))
        return isolation.run(ProfileAnswer, "training_profile", checkout, table)
    except NoLearnedTableError as error:
        return ProfileAnswer(failure=str(error))
    except GatheringFailedError as failure:
        return ProfileAnswer(failure=failure.why)


def _likely(datasets: Sequence[DatasetFile]) -> list[str]:
    tables = [each.path for each in datasets if each.format in READABLE and not each.is_pointer]
    held_out = {path for _, path in split_pairs(tables)}
    return [path for path in tables if path not in held_out and not _NOT_LEARNED.search(path)]
