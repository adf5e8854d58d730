"""How the reading of many files is shared out; who starts a reader may bring more hands."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Spread(Protocol):
    """Calls `read` on parts that together are `items`, maybe at the same time.

    What `read` of one item returns must not depend on the other items of its part.
    """

    def __call__(self, read: Callable[[Sequence[T]], R], items: Sequence[T]) -> list[R]:
        """Return the result of every part; their order and number may differ from call to call."""
        ...


def in_one_part(read: Callable[[Sequence[T]], R], items: Sequence[T]) -> list[R]:
    """Fit `Spread` with one pair of hands."""
    return [read(items)]
