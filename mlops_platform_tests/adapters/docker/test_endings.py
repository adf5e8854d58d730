import pytest

from mlops_platform.adapters.docker.endings import CAUSES, ending_of, phase_of, said
from mlops_platform.adapters.docker.followed_container import Ended
from mlops_platform.core.run_outcome import Ending

DONE = Ended(
    exit_code=0,
    was_out_of_memory=False,
    passed_deadline=False,
    engine_error="",
    too_full="",
    duration_seconds=1.0,
    cpu_seconds=0.5,
    peak_memory_bytes=1024,
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Ending.SUCCEEDED),
        ({"exit_code": 1}, Ending.FAILED),
        ({"exit_code": 137}, Ending.KILLED),
        ({"exit_code": 137, "was_out_of_memory": True}, Ending.OUT_OF_MEMORY),
        ({"exit_code": 1, "was_out_of_memory": True}, Ending.OUT_OF_MEMORY),
        ({"exit_code": 0, "was_out_of_memory": True}, Ending.SUCCEEDED),
        ({"exit_code": 124}, Ending.FAILED),
        ({"exit_code": 143, "passed_deadline": True}, Ending.TIMED_OUT),
        ({"exit_code": 0, "passed_deadline": True}, Ending.TIMED_OUT),
        ({"exit_code": 137, "passed_deadline": True, "was_out_of_memory": True}, Ending.TIMED_OUT),
        ({"exit_code": 143, "too_full": "it filled the disk"}, Ending.OUT_OF_DISK),
        ({"exit_code": None, "engine_error": "no such command"}, Ending.FAILED),
        ({"exit_code": 0, "engine_error": "the start failed"}, Ending.FAILED),
        ({"exit_code": None, "is_engine_gone": True}, Ending.ENGINE_UNAVAILABLE),
    ],
)
def test_the_ending_follows_from_the_raw_values_in_order(change, expected):
    assert ending_of(DONE._replace(**change)) is expected


def test_the_raw_values_are_kept_beside_the_ending():
    ended = DONE._replace(exit_code=137, was_out_of_memory=True)
    phase = phase_of("train", ended)
    assert (phase.exit_code, phase.was_out_of_memory, phase.passed_deadline) == (137, True, False)
    assert (phase.cpu_seconds, phase.peak_memory_bytes) == (0.5, 1024)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "The command to train succeeded."),
        ({"exit_code": 3}, "The command to train ended with exit code 3."),
        ({"passed_deadline": True}, "The command to train was ended at its limit of 60 seconds."),
        ({"too_full": "it made 9 files"}, "The command to train was ended: it made 9 files."),
        ({"exit_code": None, "engine_error": "x"}, "The command to train could not be run: x."),
    ],
)
def test_an_ending_is_said_in_one_sentence(change, sentence):
    ended = DONE._replace(**change)
    assert said(phase_of("train", ended), ended, 60) == sentence


def test_every_ending_that_we_know_the_cause_of_has_it():
    assert set(Ending) - set(CAUSES) == {Ending.SUCCEEDED, Ending.FAILED, Ending.NOT_RUNNABLE}
