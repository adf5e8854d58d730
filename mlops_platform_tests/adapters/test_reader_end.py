import os
import signal
import time

import pytest

from mlops_platform.adapters.reader_end import wait_for_reader


def leader(code: str) -> int:
    """Start a process that leads a group."""
    return os.posix_spawn("/bin/sh", ["sh", "-c", code], {}, setpgroup=0)


@pytest.mark.parametrize(("code", "expected"), [("exit 3", 3), ("kill -9 $$", -signal.SIGKILL)])
def test_an_end_is_told_by_its_code(code, expected):
    assert wait_for_reader(leader(code), 20) == expected


def test_a_reader_that_nobody_waits_for_is_killed():
    started = time.monotonic()
    assert wait_for_reader(leader("sleep 60"), 0.1) is None
    gone, kept = os.pipe()
    os.close(kept)
    assert wait_for_reader(leader("sleep 60"), 60, [gone]) is None
    os.close(gone)
    assert time.monotonic() - started < 20


def test_what_a_reader_started_ends_with_it():
    receiving, sending = os.pipe()
    os.set_inheritable(sending, True)
    assert wait_for_reader(leader("sleep 60 & exit 0"), 20) == 0
    os.close(sending)
    # The pipe ends once nobody holds its other side any more.
    assert os.read(receiving, 1) == b""
    os.close(receiving)
