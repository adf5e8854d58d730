"""Training code that will not end, or ends in a way that hides what happened."""

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.integration.foreign_training import (
    SMALL,
    assert_gone_in_time,
    left_behind,
    train,
)

pytestmark = pytest.mark.integration

SHORT = SMALL.model_copy(update={"run_seconds": 4})


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


def test_who_ignores_the_request_to_end_is_ended(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import signal, time
        for number in range(1, 32):
            if number not in (signal.SIGKILL, signal.SIGSTOP):
                signal.signal(number, signal.SIG_IGN)
        open("half.txt", "w").write("half of it")
        print("loss=1.25", flush=True)
        while True:
            time.sleep(1)
        """,
        limits=SHORT,
    )
    assert done.outcome.ending is Ending.TIMED_OUT
    assert "loss=1.25" in done.log
    assert done.content("half.txt") == b"half of it"
    assert_gone_in_time(done, engine, SHORT)


def test_who_listens_to_the_request_to_end_may_still_write(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import signal, sys, time
        def end(*_):
            open("checkpoint.txt", "w").write("the last step")
            print("saved", flush=True)
            sys.exit(0)
        signal.signal(signal.SIGTERM, end)
        print("waiting", flush=True)
        time.sleep(600)
        """,
        limits=SHORT,
    )
    assert done.outcome.ending is Ending.TIMED_OUT
    assert "saved" in done.log
    assert done.content("checkpoint.txt") == b"the last step"
    assert_gone_in_time(done, engine, SHORT)


def test_a_child_that_hides_in_the_background_ends_with_its_parent(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import os, time
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                time.sleep(3)
                open("late.txt", "w").write("the canary")
                time.sleep(600)
            os._exit(0)
        open("early.txt", "w").write("the twin")
        """,
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert done.content("early.txt") == b"the twin"
    assert done.output("late.txt") is None
    assert left_behind(engine, done.run_id) == []


def test_output_that_a_child_holds_open_does_not_keep_us_waiting(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import subprocess
        subprocess.Popen(["sleep", "600"], start_new_session=True)
        print("done")
        """,
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert done.outcome.phases[-1].duration_seconds < SMALL.run_seconds


def test_a_crash_leaves_no_memory_behind(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import os, resource
        print("core limit", *resource.getrlimit(resource.RLIMIT_CORE))
        try:
            resource.setrlimit(resource.RLIMIT_CORE, (1 << 30, 1 << 30))
        except (OSError, ValueError):
            print("cannot be raised")
        print("f1=0.25", flush=True)
        held = b"s3cret" * (8 << 20)
        os.abort()
        """,
    )
    assert done.outcome.ending is Ending.FAILED
    assert "core limit 0 0" in done.log
    assert "cannot be raised" in done.log
    assert "f1=0.25" in done.log
    assert [each.path for each in done.outcome.outputs] == []


@pytest.mark.parametrize(
    "deed",
    [
        "os.kill(1, signal.SIGKILL); os.kill(1, signal.SIGTERM); os.kill(-1, signal.SIGKILL)",
        "os.kill(os.getppid(), signal.SIGKILL); time.sleep(60)",
        "os.kill(os.getpid(), signal.SIGKILL)",
    ],
)
def test_killing_its_own_init_is_no_success_and_no_lack_of_memory(tmp_path, engine, deed):
    done = train(
        tmp_path,
        f"""
        import os, signal, time
        print("recall=0.75", flush=True)
        {deed}
        """,
    )
    assert done.outcome.ending in (Ending.KILLED, Ending.FAILED), done.outcome
    assert not done.outcome.phases[-1].was_out_of_memory
    assert "recall=0.75" in done.log
    assert left_behind(engine, done.run_id) == []


def test_freezing_its_own_init_does_not_keep_it_alive(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import ctypes, os, signal, time
        attach = 16
        print("attached", ctypes.CDLL(None).ptrace(attach, 1, None, None), flush=True)
        os.kill(os.getppid(), signal.SIGSTOP)
        time.sleep(600)
        """,
        limits=SHORT,
    )
    assert done.outcome.ending is Ending.TIMED_OUT
    assert "attached 0" in done.log
    assert_gone_in_time(done, engine, SHORT)


def test_an_exit_code_is_not_believed_to_be_a_deadline(tmp_path, engine):
    for code in (124, 137, 143):
        folder = tmp_path / str(code)
        folder.mkdir()
        done = train(folder, f"import sys; sys.exit({code})")
        assert done.outcome.ending in (Ending.FAILED, Ending.KILLED), (code, done.outcome)
        phase = done.outcome.phases[-1]
        assert (phase.exit_code, phase.passed_deadline, phase.was_out_of_memory) == (
            code,
            False,
            False,
        )
