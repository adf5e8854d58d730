"""Readers that share their files out; what a file says happens to the process that reads it."""

import ctypes
import os
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.facts.spread import Spread, in_one_part
from mlops_platform_tests.adapters.hostile_readers import Seen

LONG_ENOUGH = 0.002
"""Seconds that a task takes at least, so that neither process is done before the other begins."""


def read_shared(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Read every file that is not set aside, doing what it says."""
    aside = {each.path for each in checkout.set_aside}
    paths = sorted(each.name for each in checkout.root.iterdir() if each.name not in aside)
    tasks = [partial(_read, checkout.root / path) for path in paths]
    return Seen(texts=tuple(spread(tasks, len(paths))), unread=checkout.set_aside)


def count_processes(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Tell by how many processes the files are read."""
    return _by_every_process(checkout, spread, lambda: str(os.getpid()))


def fork_by_itself(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Try in both processes what only the reader of readers may."""
    return _by_every_process(checkout, spread, partial(_refusal, os.fork))


def start_programs(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Try in both processes to start a program."""
    start = partial(subprocess.run, ["/bin/true"], check=True)
    return _by_every_process(checkout, spread, partial(_refusal, start))


def _by_every_process(checkout: Checkout, spread: Spread, act: Callable[[], str]) -> Seen:
    """Do something for every file, and return what each process got, once."""

    def task() -> tuple[int, str]:
        time.sleep(LONG_ENOUGH)
        return os.getpid(), act()

    tasks = [task for _ in checkout.root.iterdir()]
    answers = dict(spread(tasks, len(tasks)))
    return Seen(texts=tuple(answers.values()))


def _refusal(act: Callable[[], object]) -> str:
    try:
        act()
    except PermissionError as refusal:
        return str(refusal)
    return "done"


def _read(path: Path) -> str:
    time.sleep(LONG_ENOUGH)
    text = path.read_text()
    if text == "crash":
        ctypes.string_at(0)
    if text == "raise":
        raise KeyError(text)
    if text == "eat":
        hoard = []
        while True:
            hoard.append(bytearray(16 << 20))
    while text == "loop":
        pass
    return text
