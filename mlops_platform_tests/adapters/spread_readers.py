"""Readers that share their files out; what a file says happens to the process that reads it."""

import ctypes
import os
import subprocess
from collections.abc import Sequence

from mlops_platform.core.facts.spread import Spread, in_one_part
from mlops_platform.core.ports import Checkout
from mlops_platform_tests.adapters.hostile_readers import Seen


def read_shared(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Read every file that is not set aside, doing what it says."""
    aside = {each.path for each in checkout.set_aside}
    paths = sorted(each.name for each in checkout.root.iterdir() if each.name not in aside)

    def read(part: Sequence[str]) -> list[str]:
        return [_obeyed((checkout.root / path).read_text()) for path in part]

    texts = [text for part in spread(read, paths) for text in part]
    return Seen(texts=tuple(sorted(texts)), unread=checkout.set_aside)


def count_processes(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Tell by how many processes the files are read."""
    paths = sorted(each.name for each in checkout.root.iterdir())
    return Seen(texts=tuple(spread(lambda _: str(os.getpid()), paths)))


def fork_by_itself(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Try in both processes what only the reader of readers may."""

    def attempt(_: Sequence[str]) -> str:
        try:
            os.fork()
        except PermissionError as refusal:
            return str(refusal)
        return "forked"

    paths = sorted(each.name for each in checkout.root.iterdir())
    return Seen(texts=tuple(spread(attempt, paths)))


def start_programs(checkout: Checkout, spread: Spread = in_one_part) -> Seen:
    """Try in both processes to start a program."""

    def attempt(_: Sequence[str]) -> str:
        try:
            subprocess.run(["/bin/true"], check=True)
        except PermissionError as refusal:
            return str(refusal)
        return "started"

    paths = sorted(each.name for each in checkout.root.iterdir())
    return Seen(texts=tuple(spread(attempt, paths)))


def _obeyed(text: str) -> str:
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
