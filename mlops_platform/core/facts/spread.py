"""How much reading is shared out; who starts a reader may bring more hands."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Spread(Protocol):
    """Does tasks, maybe at the same time; what one gives must not depend on the others."""

    def __call__(self, tasks: Sequence[Callable[[], T]], files: int) -> list[T]:
        """Return what every task gives, in their order; together they are about so many files."""
        ...


def in_one_part(tasks: Sequence[Callable[[], T]], files: int) -> list[T]:  # noqa: ARG001 (one pair of hands takes all)
    """Fit `Spread` with one pair of hands."""
    return [task() for task in tasks]


def in_parts(
    read: Callable[[Sequence[T]], R], files: Sequence[T], size: int
) -> list[Callable[[], R]]:
    """Make tasks of the reading of files, so many at a time."""
    starts = range(0, len(files), size)
    return [partial(read, files[start : start + size]) for start in starts]
