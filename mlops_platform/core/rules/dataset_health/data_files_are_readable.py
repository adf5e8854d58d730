"""Every data file can be read.

Why: a file that is empty, cut off or damaged is found out when training fails, or never.
Fix: replace the file by a whole copy, and let CI open every data file once.
"""

from mlops_platform.core.answers.by_dataset import without_data
from mlops_platform.core.evidence import Answer, Evidence, met, partly_met
from mlops_platform.core.sections.dataset_health import DatasetHealthFacts

WEIGHT = 3
EFFORT = "hours"


def answer(facts: DatasetHealthFacts) -> Answer:
    """Compare the tables that could be read with those that could not."""
    if answered := without_data(facts):
        return answered
    if not facts.unread:
        return met(Evidence(path=profile.path) for profile in facts.profiles)
    known = len(facts.profiles) + len(facts.unread)
    because = f"{len(facts.unread)} of {known} data files cannot be read"
    return partly_met(len(facts.profiles) / known, because, facts.unread)
