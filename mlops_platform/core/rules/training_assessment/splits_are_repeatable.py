"""Random splits of rows are the same at every run.

Why: with other rows held out, a score changes without any change of the model.
Fix: pass `random_state=0` to the splitter (`generator=torch.Generator().manual_seed(0)` to
`random_split`).
"""

from mlops_platform.core.answers.by_practice import answer_by_habit
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer with the share of places that follow it."""
    return answer_by_habit(
        facts,
        __name__,
        "rows are split anew at every run",
        "split",
        "no file splits rows at random",
    )
