"""The tokens that the questions of one report share: reserved before sending, settled after."""

import asyncio


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
