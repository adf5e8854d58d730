"""What `profile` reads: one data file."""

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.dataset_profile import DatasetAnswer, DatasetQuestion
from mlops_platform.core.facts.datasets import read_dataset
from mlops_platform.core.facts.tables.table import shown_name
from mlops_platform.core.facts.tables.target import TargetHints, TargetName


def gather_dataset_profile(checkout: Checkout, question: DatasetQuestion) -> DatasetAnswer:
    """Read and describe one data file."""
    target = None
    if question.target is not None:
        target = TargetName(shown_name(question.target, 0), "said by the user", 1.0)
    read = read_dataset(checkout, question.path, question.format, TargetHints(target))
    if isinstance(read, UnreadFile):
        return DatasetAnswer(failure=read.reason)
    if target and read.profile.target is None:
        return DatasetAnswer(failure="it has no such target column")
    return DatasetAnswer(profile=read.profile)
