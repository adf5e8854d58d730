import asyncio

from mlops_platform.adapters.language_model.token_budget import TokenBudget


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
