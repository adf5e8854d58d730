"""Installing is documented.

Why: the first command that a newcomer types should come from the README, not from a guess.
Fix: add a section "Installation" to the README with the exact commands, such as `python -m venv
.venv && .venv/bin/pip install -r requirements.txt`.
"""

from mlops_platform.core.answers.by_readme import answer_by_readme
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.project_profile import ProjectProfileFacts

WEIGHT = 1
EFFORT = "minutes"


def answer(facts: ProjectProfileFacts) -> Answer:
    """Answer from the README's own lines on installing."""
    if facts.documentation.readme is None:
        return not_applicable("there is no README")
    if not facts.frameworks and all(module.is_optional for module in facts.imports):
        return not_applicable("the code imports no third-party package to install")
    return answer_by_readme(
        facts.documentation,
        facts.documentation.install,
        "the README has no section on installing, and shows no command for it",
    )
