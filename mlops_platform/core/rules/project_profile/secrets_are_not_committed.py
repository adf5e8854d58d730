"""No secrets are committed.

Why: a key in a repository is in every clone and in its history, and stays valid until it is
revoked.
Fix: revoke each key named here at its provider first, then read it from an environment variable
(`os.environ["API_KEY"]`) and add `.env` to `.gitignore`.
"""

from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from literals that have the form of a live key; they are never shown."""
    if not facts.secrets:
        return met()
    return unmet(
        f"what looks like a key stands in {counted(len(facts.secrets), 'place')}", facts.secrets
    )
