"""Updates of dependencies are proposed by a bot.

Why: pinned versions stay safe only if somebody, or something, moves them on.
Fix: add `.github/dependabot.yml` with `package-ecosystem: "pip"`, `directory: "/"` and a weekly
schedule, or enable Renovate.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_use import answer_by_use
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts
from mlops_platform.core.sections.project_profile import DependencyState

WEIGHT = 1
EFFORT = "minutes"

BOTS = {"dependabot", "renovate", "pyup"}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the settings files of the known update bots."""
    if skipped := inapplicable(facts):
        return skipped
    if facts.dependency_state is DependencyState.NONE:
        return not_applicable("no dependencies are declared")
    said = answer_by_use(facts.quality_tools, "no settings of an update bot were found", BOTS)
    return said if said.share else inapplicable(facts, *COLLECTIONS) or said
