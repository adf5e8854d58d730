"""CI runs the tests.

Why: tests that nobody runs go stale, and then nobody trusts them.
Fix: add a step `run: pytest` (or your own test command) to the CI pipeline, after the dependencies
are installed.
"""

from mlops_platform.core.answers.applicability import inapplicable
from mlops_platform.core.answers.by_ci import answer_by_ci
from mlops_platform.core.answers.cite import in_use
from mlops_platform.core.ci_steps import ci_steps, steps_that_run, steps_that_start
from mlops_platform.core.evidence import Answer, not_applicable
from mlops_platform.core.sections.mlops_readiness import MlopsReadinessFacts

WEIGHT = 2
EFFORT = "minutes"

TEST_PROGRAMS = {"pytest", "py.test", "unittest", "nosetests", "nose2", "tox", "nox", "trial"}
TEST_COMMANDS = ("hatch test", "python setup.py test", "bazel test")
TASK_RUNNERS = {
    *(
        "make",
        "just",
        "task",
        "mise",
        "poe",
        "invoke",
        "inv",
        "npm",
        "yarn",
        "pnpm",
        "hatch",
        "pdm",
    ),
    *("pixi", "rye", "doit", "rake", "duty"),
}


def answer(facts: MlopsReadinessFacts) -> Answer:
    """Answer from the commands of the pipelines."""
    if skipped := inapplicable(facts):
        return skipped
    if not in_use(facts.tests) and not facts.code.test_files:
        return not_applicable("there are no tests")
    places = [
        *steps_that_run(facts.workflows, TEST_PROGRAMS),
        *steps_that_start(facts.workflows, *TEST_COMMANDS),
        *(s.place for s in ci_steps(facts.workflows) if _is_test_target(s.words)),
    ]
    return answer_by_ci(facts.ci, facts.workflows, places, "no step of a pipeline runs the tests")


def _is_test_target(words: tuple[str, ...]) -> bool:
    return words[0] in TASK_RUNNERS and any("test" in word for word in words[1:4])
