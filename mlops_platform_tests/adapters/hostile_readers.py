"""Readers that do what a reader must never do, and honest ones beside them as controls."""

import contextlib
import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

from mlops_platform.core.checkout import Checkout, UnreadFile
from mlops_platform.core.evidence import Frozen
from mlops_platform.core.facts.text.texts import shown


class Seen(Frozen):
    """What a reader read: the texts of files, and what it did not read."""

    texts: tuple[str, ...] = ()
    unread: tuple[UnreadFile, ...] = ()


class Wish(Frozen):
    """What a test asks of a reader."""

    text: str


def read_all(checkout: Checkout) -> Seen:
    """Read every file; the honest control."""
    return _read(checkout, lambda text: None)


def echo(checkout: Checkout, wish: Wish) -> Seen:
    """Return what was asked."""
    return Seen(texts=(wish.text,))


def eat_memory(checkout: Checkout) -> Seen:
    """Take memory without end at the file that says so."""

    def eat(text: str) -> None:
        if text == "eat":
            hoard = []
            while True:
                hoard.append(bytearray(16 << 20))

    return _read(checkout, eat)


def loop(checkout: Checkout) -> Seen:
    """Never come back from the file that says so."""

    def spin(text: str) -> None:
        while text == "loop":
            pass

    return _read(checkout, spin)


def sleep(checkout: Checkout) -> Seen:
    """Use no processor time, but never come back either."""

    def rest(text: str) -> None:
        time.sleep(600 if text == "sleep" else 0)

    return _read(checkout, rest)


def crash(checkout: Checkout) -> Seen:
    """Crash the interpreter at the file that says so."""

    def touch_nothing(text: str) -> None:
        if text == "crash":
            ctypes.string_at(0)

    return _read(checkout, touch_nothing)


def raise_error(checkout: Checkout) -> Seen:
    """Raise what no reader should raise at the file that says so."""

    def fail(text: str) -> None:
        if text == "raise":
            raise KeyError(text)

    return _read(checkout, fail)


def die_at_once(checkout: Checkout) -> Seen:
    """Die before any file was opened."""
    raise RuntimeError("nothing opened")


def insist(checkout: Checkout) -> Seen:
    """Open the file again that was set aside."""
    (checkout.root / "bad").read_text()
    raise KeyError("again")


def pour(checkout: Checkout) -> Seen:
    """Return far more than anybody asked for."""
    return Seen(texts=("x" * (1 << 20),) * 8)


def wrong_form(checkout: Checkout) -> Seen:
    """Return what the annotation does not allow."""
    return Wish(text="not what was promised")  # type: ignore[return-value]


def try_everything(checkout: Checkout, wish: Wish) -> Seen:
    """Try to leave the checkout, and tell what was allowed."""
    root, outside = checkout.root, Path(wish.text)
    attempts = {
        "read inside": (root / "a.txt").read_text,
        "read a link inside": (root / "inside").read_text,
        "step inside": lambda: _step(root, "a.txt"),
        "read outside": outside.read_text,
        "read by dots": (root / ".." / outside.name).read_text,
        "read a link outside": (root / "link").read_text,
        "read through a folder link": (root / "folder" / outside.name).read_text,
        "step outside": lambda: _step(root, f"../{outside.name}"),
        "step through a link": lambda: _step(root, "link"),
        "list outside": lambda: list(outside.parent.iterdir()),
        "write inside": lambda: (root / "new").write_text("x"),
        "remove": (root / "a.txt").unlink,
        "start a program": lambda: subprocess.run(["/bin/true"], check=True),
        "open a socket": socket.socket,
        "environment": lambda: os.environ["CANARY"],
    }
    allowed = []
    for name, attempt in attempts.items():
        with contextlib.suppress(OSError, KeyError):
            attempt()
            allowed.append(name)
    return Seen(texts=tuple(allowed))


def tell_process(checkout: Checkout) -> Seen:
    """Tell the environment, whether we are in the checkout, and the order of a set."""
    at_home = Path.cwd().is_relative_to(checkout.root) or str(checkout.root) in sys.path
    return Seen(texts=(" ".join(sorted(os.environ)), str(at_home), "".join(set("abcdefgh"))))


def _step(root: Path, name: str) -> bytes:
    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=folder)
        with os.fdopen(descriptor, "rb") as file:
            return file.read()
    finally:
        os.close(folder)


def _read(checkout: Checkout, look) -> Seen:
    asides = {file.path for file in checkout.set_aside}
    texts = []
    for path in sorted(checkout.root.iterdir()):
        if shown(path.name) not in asides:
            texts.append(path.read_text())
            look(texts[-1])
    return Seen(texts=tuple(texts), unread=checkout.set_aside)
