"""No secrets are committed.

Why: a key in a repository is in every clone and in its history, and stays valid until it is
revoked.
Fix: revoke each key or password named here at its provider first, then read it from an
environment variable (`os.environ["API_KEY"]`) and add `.env` to `.gitignore`.
"""

from mlops_platform.core.answers.cite import counted
from mlops_platform.core.evidence import Answer, met, partly_met, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 3
EFFORT = "hours"
CAPS_SECTION = 4.0
CAPS_TOTAL = 6.0
CHOSEN_PASSWORDS = 0.5


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from what has the form of a live key or a password; it is never shown.

    A key has the form that its issuer defines, or a machine drew it and it stands under the name
    of a secret: only keys cap the score. Whether a password that a person chose opens anything, no
    file tells: it takes half of the points. One that is made of the names of its service and its
    account, as local stacks have them, keeps nobody out: it is told, and not held against anyone.
    """
    if facts.secrets:
        because = f"what looks like a key stands in {counted(len(facts.secrets), 'place')}"
        if facts.committed_passwords:
            beside = counted(len(facts.committed_passwords), "place")
            because += f", and what looks like a password in {beside}"
        return unmet(because, [*facts.secrets, *facts.committed_passwords])
    if facts.committed_passwords:
        places = counted(len(facts.committed_passwords), "place")
        because = f"what looks like a password stands in {places}"
        return partly_met(CHOSEN_PASSWORDS, because, facts.committed_passwords)
    if facts.default_passwords:
        places = counted(len(facts.default_passwords), "place")
        return met(facts.default_passwords, f"default passwords of services stand in {places}")
    return met()
