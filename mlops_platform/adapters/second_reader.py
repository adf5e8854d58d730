"""A second process that takes a share of the tasks: a fork of the reader, under the same limits.

What kills it kills the reader in the same way, with the same file to blame.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn, TypeVar

from mlops_platform.adapters.reader_guard import Guard

FEWEST_FILES = 64
"""Fewer are read sooner by one process than a second one is made."""

MOST_TASKS = 10_000
NUMBER_BYTES = 4
T = TypeVar("T")


class TwoReaders:
    """Fits `Spread`; `journal` is where the second reader notes the last file that it opened."""

    def __init__(self, guard: Guard, journal: int) -> None:
        self._guard = guard
        self._journal = journal

    def __call__(self, tasks: Sequence[Callable[[], T]], files: int) -> list[T]:
        """Do the tasks here and in a fork; whoever is free takes the next one."""
        is_alone = len(os.sched_getaffinity(0)) == 1 or not 1 < len(tasks) <= MOST_TASKS
        if is_alone or files < FEWEST_FILES:
            return [task() for task in tasks]
        numbers = _numbers(len(tasks))
        receiving, sending = os.pipe()
        second = self._guard.fork(self._journal)
        if second == 0:
            os.close(receiving)
            _answer(tasks, numbers, sending)
        os.close(sending)
        done = _done(tasks, numbers)
        with os.fdopen(receiving, "rb") as pipe:
            answer = pipe.read()
        os.close(numbers)
        _, status = os.waitpid(second, 0)
        if status:
            self._end_like(os.waitstatus_to_exitcode(status))
        done |= pickle.loads(answer)  # noqa: S301 (our own fork wrote it)
        return [done[number] for number in range(len(tasks))]

    def _end_like(self, code: int) -> NoReturn:
        self._guard.blame(self._journal)
        if code < 0:
            signal.raise_signal(-code)
        raise SystemExit(1)


def _numbers(count: int) -> int:
    """Return a pipe that holds the numbers of all tasks: each is read by one process only."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(n.to_bytes(NUMBER_BYTES, "big") for n in range(count)))
    os.close(writing)
    return reading


def _taken(numbers: int) -> Iterator[int]:
    while number := os.read(numbers, NUMBER_BYTES):
        yield int.from_bytes(number, "big")


def _done(tasks: Sequence[Callable[[], T]], numbers: int) -> dict[int, T]:
    return {number: tasks[number]() for number in _taken(numbers)}


def _answer(tasks: Sequence[Callable[[], object]], numbers: int, sending: int) -> NoReturn:
    try:
        with os.fdopen(sending, "wb") as pipe:
            pickle.dump(_done(tasks, numbers), pipe, pickle.HIGHEST_PROTOCOL)
    except BaseException:  # noqa: BLE001 (a fork must never return into its caller's code)
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)
