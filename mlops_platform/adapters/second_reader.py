"""A second process that reads half of the files: a fork of the reader, under the same limits.

What kills it kills the reader in the same way, with the same file to blame.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

from mlops_platform.adapters.reader_guard import Guard

FEWEST_ITEMS = 64
"""Fewer are read sooner by one process than a second one is made."""

T = TypeVar("T")
R = TypeVar("R")


class TwoReaders:
    """Fits `Spread`; `journal` is where the second reader notes the last file that it opened."""

    def __init__(self, guard: Guard, journal: int) -> None:
        self._guard = guard
        self._journal = journal

    def __call__(self, read: Callable[[Sequence[T]], R], items: Sequence[T]) -> list[R]:
        """Call `read` on every other item here, and on the rest in a fork."""
        if len(items) < FEWEST_ITEMS or len(os.sched_getaffinity(0)) == 1:
            return [read(items)]
        receiving, sending = os.pipe()
        second = self._guard.fork(self._journal)
        if second == 0:
            os.close(receiving)
            _answer(read, items[1::2], sending)
        os.close(sending)
        here = read(items[::2])
        with os.fdopen(receiving, "rb") as pipe:
            answer = pipe.read()
        _, status = os.waitpid(second, 0)
        if status:
            self._end_like(os.waitstatus_to_exitcode(status))
        there: R = pickle.loads(answer)  # noqa: S301 (our own fork wrote it)
        return [here, there]

    def _end_like(self, code: int) -> NoReturn:
        self._guard.blame(self._journal)
        if code < 0:
            signal.raise_signal(-code)
        raise SystemExit(1)


def _answer(read: Callable[[Sequence[T]], R], items: Sequence[T], sending: int) -> NoReturn:
    try:
        with os.fdopen(sending, "wb") as pipe:
            pickle.dump(read(items), pipe, pickle.HIGHEST_PROTOCOL)
    except BaseException:  # noqa: BLE001 (a fork must never return into its caller's code)
        sys.excepthook(*sys.exc_info())
        os._exit(1)
    os._exit(0)
