import pytest

from mlops_platform.core.language_model import Message, Question, Usage, spent_tokens


def question(text: str) -> Question:
    return Question(asset="a", messages=(Message(role="user", text=text),), answer_tokens=10)


@pytest.mark.parametrize(
    ("text", "prompt"), [("", 0), ("a", 1), ("abc", 1), ("äöü", 2), ("\ud800", 1)]
)
def test_a_question_is_estimated_by_its_bytes_and_its_answer(text, prompt):
    assert question(text).tokens() == prompt + 10


@pytest.mark.parametrize(
    ("usage", "spent"),
    [
        (Usage(), 0),
        (Usage(requests=1), 11),
        (Usage(requests=2, prompt_tokens=3, completion_tokens=2), 5),
    ],
)
def test_what_a_service_does_not_tell_is_estimated(usage, spent):
    assert spent_tokens(question("abc"), usage) == spent
