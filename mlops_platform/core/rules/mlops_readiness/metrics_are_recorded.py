"""Metrics are recorded, not only printed.

Why: a metric that scrolls by on the screen cannot be compared with the next run.
Fix: at the end of the evaluation write `json.dump(metrics, open("metrics.json", "w"))`, or log
them to the tracker.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_places, in_use, listed
from mlops_platform.core.evidence import Answer, met, not_applicable, unknown, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import ProjectKind

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the calls that log a metric to a tracker or write it to a file."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    if not facts.training_entry_points and not facts.evaluation_entry_points:
        return not_applicable("no training or evaluation entry point was found")
    recorded = (*facts.logged_metrics, *facts.metric_files)
    if recorded:
        return met(cite_places(recorded), listed(place.name for place in recorded))
    return inapplicable(facts, *COLLECTIONS) or _without_a_record(facts)


def _without_a_record(facts: MlopsReadinessFacts) -> Answer:
    trackers = in_use(facts.trackers)
    if trackers:
        names = listed(tracker.name for tracker in trackers)
        return unknown(f"no call that logs a metric was found, and {names} can log without one")
    return unmet("no code logs a metric to a tracker, or names a file of metrics")
