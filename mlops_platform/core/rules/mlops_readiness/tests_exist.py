"""Tests exist.

Why: without tests, whether a change broke the features or the metric is found out in production.
Fix: add `tests/test_features.py` with one test that feeds three hand-written rows to your feature
code and compares the result, and run `pytest`.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.cite import cite_detections, counted, in_use
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 3
EFFORT = "hours"


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the test files of the project's own."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.code.test_files or in_use(facts.tests):
        files = counted(facts.code.test_files, "test file")
        return met(cite_detections(in_use(facts.tests)), files if facts.code.test_files else "")
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    return unmet("no file was found that defines a test")
