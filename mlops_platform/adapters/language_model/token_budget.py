"""The tokens that the questions of one report share: reserved before sending, settled after."""

import asyncio

from mlops_platform.core.language_model import Question

BYTES_PER_TOKEN = 3
"""Of UTF-8. English and code take about four for a token, so that an estimate is rarely short."""


def question_bytes(question: Question) -> int:
    """Return how long a question is."""
    return sum(len(message.text.encode("utf-8", "replace")) for message in question.messages)


def estimated_tokens(question: Question) -> int:
    """Return what a question and its answer may take."""
    return -(-question_bytes(question) // BYTES_PER_TOKEN) + question.answer_tokens


class TokenBudget:
    """What is left; questions reserve in their order, one at a time."""

    def __init__(self, tokens: int) -> None:
        self._left = tokens
        self._reserved = 0
        self._settled = asyncio.Event()

    async def reserve(self, tokens: int) -> bool:
        """Take tokens; where they do not fit yet, wait for what is being asked to settle."""
        while tokens > self._left and self._reserved:
            self._settled.clear()
            await self._settled.wait()
        if tokens > self._left:
            return False
        self._left -= tokens
        self._reserved += 1
        return True

    def settle(self, reserved: int, used: int) -> None:
        """Give back what was reserved but not used."""
        self._left += reserved - used
        self._reserved -= 1
        self._settled.set()
