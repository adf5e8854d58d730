"""Preprocessing and model are fitted as one pipeline.

Why: one object keeps what was learned of the features, so that training, validation and serving
change them alike.
Fix: fit `make_pipeline(scaler, model)` (or a `ColumnTransformer` in front of the model) and save
that.
"""

from mlops_platform.core.answers.applicability import COLLECTIONS, inapplicable
from mlops_platform.core.answers.by_tool import cite_tools, shares_class, short_name, tools_of
from mlops_platform.core.answers.cite import listed
from mlops_platform.core.evidence import Answer, met, not_applicable, partly_met
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform.core.sections.training_assessment import (
    LearningTool,
    ToolRole,
    TrainingAssessmentFacts,
)

WEIGHT = 1
EFFORT = "hours"

LEARNED = ("scaling", "imputation", "reduction", "vectorising", "encoding")
# Of the target, they are no part of the model.
OF_THE_TARGET = ("LabelEncoder", "LabelBinarizer", "MultiLabelBinarizer")


def answer(facts: TrainingAssessmentFacts) -> Answer:
    """Look at the files that fit both; a file is judged by whether it makes a pipeline."""
    if skipped := inapplicable(facts, ProjectKind.LIBRARY, ProjectKind.INFERENCE_ONLY):
        return skipped
    prepares = [each for each in _of_features(facts) if _trains(facts, each)]
    paths = {each.evidence.path for each in prepares}
    if not paths:
        return not_applicable("no file fits both preprocessing and a model")
    pipelines = tools_of(facts.tools, ToolRole.PIPELINE)
    joined = [each for each in pipelines if each.evidence.path in paths]
    together = {each.evidence.path for each in joined}
    models = tools_of(facts.tools, ToolRole.MODEL)
    apart = [e for e in prepares if e.evidence.path not in together and not shares_class(e, models)]
    if not apart:
        return met(cite_tools(joined or prepares))
    if skipped := inapplicable(facts, *COLLECTIONS):
        return skipped
    share = 1 - len({each.evidence.path for each in apart}) / len(paths)
    because = f"fitted apart from the model: {listed(map(short_name, apart))}"
    return partly_met(share, because, cite_tools(apart))


def _of_features(facts: TrainingAssessmentFacts) -> list[LearningTool]:
    """Return preprocessing of features; beside a script that trains, notebooks are for trying."""
    found = tools_of(facts.tools, ToolRole.PREPARATION, purposes=LEARNED)
    has_script = any(each.path.endswith(".py") for each in facts.training_entry_points)
    return [
        each
        for each in found
        if short_name(each) not in OF_THE_TARGET
        and not (has_script and (each.evidence.path or "").endswith(".ipynb"))
    ]


def _trains(facts: TrainingAssessmentFacts, tool: LearningTool) -> bool:
    models = tools_of(facts.tools, ToolRole.MODEL, purposes=("classification", "regression"))
    return tool.evidence.path in {each.evidence.path for each in models}
