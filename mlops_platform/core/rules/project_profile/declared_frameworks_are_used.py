"""Declared machine-learning frameworks are used.

Why: an unused framework costs gigabytes and minutes at each install, and misleads the reader.
Fix: delete the named packages from the dependency file, or move them to an optional group.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import cite_detections, listed
from mlops_platform.core.evidence import Answer, not_applicable, partly_met, unknown
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"

STARTERS = frozenset({"autogluon", "darts", "h2o", "pycaret", "sktime", "tpot"})
"""They start other libraries by a name that they are given, or where they find them."""


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from frameworks that are declared and imported nowhere."""
    if skipped := inapplicable(facts):
        return skipped
    used = len([f for f in facts.frameworks if f.is_used])
    idle = facts.declared_only
    if not used and not idle:
        return not_applicable("no machine-learning framework is declared")
    names = listed(f.name for f in idle)
    if idle and facts.loaded_models and not facts.training_entry_points:
        return unknown(f"a stored model that is loaded may need {names}")
    starters = [f.name for f in facts.frameworks if f.is_used and f.name in STARTERS]
    if idle and starters:
        return unknown(f"{listed(starters)} may start {names}")
    return partly_met(
        used / (used + len(idle)),
        f"no code imports {names}" if idle else "",
        cite_detections(idle),
    )
