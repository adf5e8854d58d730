"""The version of the data is recorded.

Why: the same code on other data gives another model, and the commit alone does not tell which.
Fix: run `dvc init`, then `dvc add data/` and commit the `.dvc` files; or write the source's
version and checksum into the download step.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.answers.cite import cite_files, in_use, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "hours"

# Data sets that come with a library, or that it makes: its version is theirs.
FROM_A_LIBRARY = (
    "keras.datasets.",
    "seaborn.",
    "sklearn.datasets.",
    "tensorflow.keras.datasets.",
    "torchvision.",
)
OF_A_SERVICE = ("sklearn.datasets.fetch_openml",)


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from data-versioning tools, else from data that Git itself holds."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if in_use(facts.data_versioning):
        return answer_by_use(facts.data_versioning, "")
    committed = (*facts.datasets, *facts.picture_folders)
    if committed:
        return met(cite_files(committed), "the data are committed beside the code")
    return inapplicable(facts, *COLLECTIONS) or _by_source(facts)


def _by_source(facts: MlopsReadinessFacts) -> Answer:
    foreign = [
        place
        for place in facts.external_data
        if not place.name.startswith(FROM_A_LIBRARY) or place.name.startswith(OF_A_SERVICE)
    ]
    if not foreign and facts.external_data:
        return not_applicable("the data come with a library")
    if not foreign:
        return unknown("where the data are kept was not found")
    names = listed(place.name for place in foreign)
    return answer_by_use(
        facts.data_versioning, f"the data come from {names}, and no data-versioning tool is used"
    )
