from mlops_platform.core.rules.training_assessment.preprocessing_belongs_to_the_model import answer
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unmet,
    of_kind,
    tool,
    training,
)

SCALER = tool("StandardScaler", "preparation", line=3, purpose="scaling")
MODEL = tool("LogisticRegression", "model", line=4, purpose="classification")


def test_met_by_a_pipeline():
    pipeline = tool("make_pipeline", "pipeline", line=5)
    is_met(answer(training(tools=(SCALER, MODEL, pipeline))), "train.py:5")


def test_unmet_where_a_scaler_stands_apart():
    found = answer(training(tools=(SCALER, MODEL)))
    is_unmet(found, "fitted apart from the model: StandardScaler", at=["train.py:3"])


def test_partly_met_where_one_file_joins_them():
    other = [
        each.model_copy(update={"evidence": each.evidence.model_copy(update={"path": "b.py"})})
        for each in (SCALER, MODEL, tool("Pipeline", "pipeline"))
    ]
    is_partly_met(answer(training(tools=(SCALER, MODEL, *other))), 0.5, "StandardScaler")


def test_an_encoder_of_the_target_is_no_part_of_the_model():
    encoder = tool("LabelEncoder", "preparation", purpose="encoding")
    is_not_applicable(answer(training(tools=(encoder, MODEL))), "both")


def test_met_by_a_class_that_holds_both():
    tools = [e.model_copy(update={"scope": "Scaled.__init__"}) for e in (SCALER, MODEL)]
    is_met(answer(training(tools=tools)), "train.py:3")
    other = MODEL.model_copy(update={"scope": "Other.fit"})
    is_unmet(answer(training(tools=(tools[0], other))), "StandardScaler")


def in_notebook(tool):
    place = tool.evidence.model_copy(update={"path": "book.ipynb"})
    return tool.model_copy(update={"evidence": place})


def test_a_notebook_beside_a_script_that_trains_is_for_trying():
    tools = (in_notebook(SCALER), in_notebook(MODEL))
    is_not_applicable(answer(training(tools=tools)), "no file")
    is_unmet(answer(training(tools=tools, training_entry_points=())), "StandardScaler")


def test_not_held_against_a_collection():
    known = of_kind("many_projects")
    is_not_applicable(answer(training(tools=(SCALER, MODEL), **known)), "many separate projects")


def test_not_applicable_without_a_model():
    is_not_applicable(answer(training(tools=(SCALER,))), "no file")
