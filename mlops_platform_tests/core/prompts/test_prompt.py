import pytest

from mlops_platform.core.language_model import Question
from mlops_platform.core.prompts.prompt import system_text
from mlops_platform.core.sections.readiness_report import ReportSections
from mlops_platform.core.urgency import Strategy, Urgency
from mlops_platform.core.verifying.answer import ANSWERS, Answer

ASKED = (*ReportSections.model_fields, "readiness_report")


@pytest.mark.parametrize("asset", ASKED)
def test_every_prompt_follows_the_rules_and_asks_one_question(asset):
    text = system_text(asset)
    assert text.startswith("# Rules of answering")
    assert text.count("\n# Question: ") == 1
    assert text.partition("\n# Question: ")[2].splitlines()[0].count("?") >= 1


@pytest.mark.parametrize("asset", ASKED)
def test_the_form_that_is_asked_for_is_the_one_that_is_read(asset):
    for name in ANSWERS.get(asset, Answer).model_fields:
        assert f'"{name}"' in system_text(asset)


def test_the_choices_are_named():
    text = system_text("retraining_recommendation")
    assert all(f"`{choice.value}`" in text for choice in (*Urgency, *Strategy))


def test_the_rules_leave_room_for_evidence():
    assert all(len(system_text(asset)) < 4_000 for asset in ASKED)
    assert Question(asset="a", messages=()).answer_tokens == 2_000
