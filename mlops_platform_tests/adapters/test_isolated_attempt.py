import json
import signal
import time
from pathlib import Path

import pytest

from mlops_platform.adapters.isolated_attempt import (
    Death,
    IsolationLimits,
    Request,
    attempt,
    deadline_of,
    died,
    failed,
    limits_at_terminal,
)
from mlops_platform.adapters.reader_process import LateError
from mlops_platform.core.errors import GatheringFailedError

LIMITS = IsolationLimits(cpu_seconds=7, wall_seconds=30, memory_bytes=64 << 20, result_bytes=9)


class Ending:
    """Fits `Readers`: every reader ends so, having opened a file last and said something."""

    def __init__(self, code: int | None, opened: str = "", said: str = "", text: bytes = b""):
        self.code, self.opened, self.said, self.text = code, opened, said, text

    def start(self) -> None:
        raise AssertionError

    def run(self, place: Path, _deadline: float) -> int:
        name = self.opened.encode()
        (place / "journal").write_bytes(len(name).to_bytes(4, "big") + name)
        (place / "errors").write_text(self.said)
        (place / "result").write_bytes(self.text)
        self.request = json.loads((place / "request").read_text())
        if self.code is None:
            raise LateError
        return self.code


def tried(tmp_path, ending: Ending):
    (tmp_path / "f.csv").touch()
    request = Request("module:name", {"what": 1}, tmp_path, ["/named"], LIMITS)
    return attempt(ending, request, time.monotonic() + 5)


def test_a_request_says_all_that_a_reader_needs(tmp_path):
    ending = Ending(0, text=b"[1]")
    assert tried(tmp_path, ending) == b"[1]"
    told = {"answerer": "module:name", "asked": {"what": 1}, "may_read": ["/named"]}
    assert ending.request == told | LIMITS._asdict() | {"root": str(tmp_path)}


def test_of_an_answer_no_more_is_read_than_may_be_said(tmp_path):
    assert tried(tmp_path, Ending(0, text=b"x" * 50)) == b"x" * 10


DEATHS = [
    (-signal.SIGPROF, "", "reading it took longer than 60 seconds of processor time"),
    (-signal.SIGKILL, "", "reading it was killed, most likely for want of memory"),
    (-signal.SIGSEGV, "", "reading it crashed the reader (SIGSEGV)"),
    (
        -signal.SIGABRT,
        "memory allocation of 9 bytes",
        "reading it needs more than 64 MiB of memory",
    ),
    (1, "Traceback\nMemoryError", "reading it needs more than 64 MiB of memory"),
    (1, "Traceback\na.b.KeyError: 'x'", "reading it raised KeyError"),
    (1, "", "reading it raised an error"),
    (1, "OSError: File too large", "what is known of it takes more than 0 MiB"),
]


@pytest.mark.parametrize(("code", "said", "reason"), DEATHS)
def test_a_death_has_its_reason_and_the_file_that_was_open(tmp_path, code, said, reason):
    death = tried(tmp_path, Ending(code, "f.csv", said))
    assert (death.reason, death.culprit) == (reason, "f.csv")
    assert tried(tmp_path, Ending(code, "gone", said)).culprit is None


def test_a_reader_that_is_late_or_used_its_time_is_one_sentence(tmp_path):
    late = r"longer than 30 seconds; the file opened last was f\.csv\.$"
    with pytest.raises(GatheringFailedError, match=late):
        tried(tmp_path, Ending(None, "f.csv"))
    with pytest.raises(GatheringFailedError, match="more than 7 seconds of processor time"):
        tried(tmp_path, Ending(-signal.SIGXCPU))


def test_errors_of_a_reader_are_kept_beside_the_sentence():
    error = died(Death("reading it raised KeyError", None, "KeyError: 'x'"))
    assert (error.why, error.__notes__) == ("reading raised KeyError", ["KeyError: 'x'"])
    assert not hasattr(failed("it ended"), "__notes__")


def test_what_an_operator_waits_for_has_a_day_and_most_of_the_memory():
    limits = limits_at_terminal()
    assert limits.wall_seconds == 86_400
    assert limits.maps_files
    assert deadline_of(LIMITS) == pytest.approx(time.monotonic() + 30, abs=5)
