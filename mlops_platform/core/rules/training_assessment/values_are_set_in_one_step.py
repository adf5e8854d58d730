"""Values of a table are set in one step.

Why: `df[a][b] = …` and in-place calls on a column may change a copy: the table stays as it was,
without an error.
Fix: write `df.loc[rows, column] = value`, or `df[column] = df[column].fillna(value)`.
"""

from mlops_platform.core.answers.by_practice import answer_by_absence
from mlops_platform.core.evidence import Answer
from mlops_platform.core.sections.training_assessment import TrainingAssessmentFacts

WEIGHT = 2
EFFORT = "minutes"


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Answer from the places where it is not so."""
    return answer_by_absence(facts, __name__, "writes may miss the table", "write")
