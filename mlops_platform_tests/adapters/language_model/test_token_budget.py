import asyncio

import pytest

from mlops_platform.adapters.language_model.token_budget import TokenBudget, estimated_tokens
from mlops_platform.core.language_model import Message, Question


@pytest.mark.parametrize(("text", "prompt"), [("", 0), ("a", 1), ("abc", 1), ("äöü", 2)])
def test_a_question_is_estimated_by_its_bytes_and_its_answer(text, prompt):
    question = Question(asset="a", messages=(Message(role="user", text=text),), answer_tokens=10)
    assert estimated_tokens(question) == prompt + 10


def test_a_lone_surrogate_can_be_estimated():
    question = Question(asset="a", messages=(Message(role="user", text="\ud800"),))
    assert estimated_tokens(question) == 2_001


def test_what_does_not_fit_is_refused_and_the_next_may_fit():
    async def reserve() -> list[bool]:
        budget = TokenBudget(100)
        refused = await budget.reserve(101)
        return [refused, await budget.reserve(100)]

    assert asyncio.run(reserve()) == [False, True]


def test_what_is_given_back_lets_the_next_one_in():
    async def reserve() -> tuple[bool, bool]:
        budget = TokenBudget(100)
        await budget.reserve(80)
        waiting = asyncio.create_task(budget.reserve(60))
        await asyncio.sleep(0)
        was_waiting = not waiting.done()
        budget.settle(80, 30)
        return was_waiting, await waiting

    assert asyncio.run(reserve()) == (True, True)


def test_who_waits_is_refused_once_nothing_can_be_given_back():
    async def reserve() -> bool:
        budget = TokenBudget(100)
        await budget.reserve(80)
        waiting = asyncio.create_task(budget.reserve(60))
        await asyncio.sleep(0)
        budget.settle(80, 90)
        return await waiting

    assert asyncio.run(reserve()) is False
