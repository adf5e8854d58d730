"""Foreign CI actions are pinned to a commit.

Why: whoever owns an action can move its tag or branch, and then their code runs with your secrets.
Fix: replace the tag of each named action by the commit it stands for (`uses: owner/action@<40 hex
digits> # v2.1.0`); Dependabot keeps it fresh.
"""

import re

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.ci_steps import CiStep, ci_actions
from mlops_platform.core.evidence import Answer, not_applicable, partly_met
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 1
EFFORT = "minutes"

COMMIT = re.compile(r"[0-9a-f]{40}|sha256:[0-9a-f]{64}")
# GitHub's own actions are as trusted as the runner that they run on.
HOSTS_OWN = ("actions/", "github/")


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the share of foreign actions that name a commit or digest."""
    if skipped := inapplicable(facts):
        return skipped
    workflows = [w for w in facts.workflows if w.system == "github_actions"]
    foreign = [step for step in ci_actions(workflows) if _is_foreign(step)]
    if not foreign:
        return not_applicable("no foreign action is used")
    loose = [step for step in foreign if not COMMIT.fullmatch(step.words[1])]
    names = listed("@".join(filter(None, step.words)) for step in loose)
    return partly_met(
        1 - len(loose) / len(foreign),
        f"a tag or branch is named by {names}" if loose else "",
        [step.place for step in loose],
    )


def _is_foreign(step: CiStep) -> bool:
    return not step.words[0].startswith(("./", *HOSTS_OWN))
