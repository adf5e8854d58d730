"""Installing is documented.

Why: the first command that a newcomer types should come from the README, not from a guess.
Fix: add a section "Installation" to the README with the exact commands, such as `python -m venv
.venv && .venv/bin/pip install -r requirements.txt`.
"""

from mlops_platform.core.evidence import Answer, met, not_applicable, unmet
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README's own lines on installing."""
    if facts.documentation.readme is None:
        return not_applicable("there is no README")
    if not facts.frameworks and all(module.is_optional for module in facts.imports):
        return not_applicable("the code imports no third-party package to install")
    if facts.documentation.install:
        return met([facts.documentation.install])
    return unmet("the README has no section and no command on installing")
