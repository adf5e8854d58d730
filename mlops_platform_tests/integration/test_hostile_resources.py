"""Training code that takes what it can get: each is ended, named, and leaves nothing behind.

Each attack has an honest twin, which does the same within the limits and succeeds.
"""

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.integration.foreign_training import (
    SMALL,
    assert_gone_in_time,
    left_behind,
    train,
)

pytestmark = pytest.mark.integration

SHORT = SMALL.model_copy(update={"run_seconds": 6})
KEPT_LOG_BYTES = 12 << 20
MOST_OUTPUTS = 2000


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


def test_a_fork_bomb_is_held_and_ended(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import os, time
        print("accuracy=0.5", flush=True)
        while True:
            try:
                os.fork()
            except OSError:
                time.sleep(0.01)
        """,
        limits=SHORT,
    )
    assert done.outcome.ending is Ending.TIMED_OUT
    assert "accuracy=0.5" in done.log
    assert_gone_in_time(done, engine, SHORT)


def test_a_few_processes_are_welcome(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import multiprocessing
        if __name__ == "__main__":
            with multiprocessing.Pool(4) as pool:
                print("sum", sum(pool.map(abs, range(10))))
        """,
    )
    assert (done.outcome.ending, "sum 45" in done.log) == (Ending.SUCCEEDED, True), done.log


def test_memory_ends_where_its_limit_is(tmp_path, engine):
    done = train(
        tmp_path,
        """
        print("loss=2.5", flush=True)
        held = []
        while True:
            held.append(bytearray(8 << 20))
        """,
    )
    assert done.outcome.ending is Ending.OUT_OF_MEMORY
    assert done.outcome.phases[-1].was_out_of_memory
    assert "loss=2.5" in done.log
    assert left_behind(engine, done.run_id) == []


def test_memory_within_the_limit_is_measured(tmp_path, engine):
    done = train(
        tmp_path, "import time; held = bytearray(100 << 20); time.sleep(3); print(len(held))"
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert 100 << 20 <= done.outcome.phases[-1].peak_memory_bytes <= 256 << 20


def test_a_child_that_runs_out_of_memory_is_no_failure_of_its_parent(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import subprocess, sys
        hungry = "held = [bytearray(8 << 20) for _ in range(1000)]"
        code = subprocess.run([sys.executable, "-c", hungry]).returncode
        print("child ended with", code)
        """,
    )
    assert done.outcome.ending is Ending.SUCCEEDED, done.outcome
    assert "child ended with -9" in done.log


def test_a_full_disk_is_named_before_it_is_full(tmp_path, engine):
    done = train(
        tmp_path,
        """
        print("epoch 1 loss=0.7", flush=True)
        block = b"x" * (1 << 20)
        for count in range(100_000):
            with open(f"part{count}.bin", "wb") as file:
                for _ in range(16):
                    file.write(block)
        """,
        limits=SMALL.model_copy(update={"run_seconds": 120}),
    )
    assert done.outcome.ending is Ending.OUT_OF_DISK
    assert "epoch 1 loss=0.7" in done.log
    assert left_behind(engine, done.run_id) == []


def test_what_fits_is_kept(tmp_path, engine):
    done = train(tmp_path, "open('model.bin', 'wb').write(b'x' * (30 << 20))")
    assert done.outcome.ending is Ending.SUCCEEDED
    assert done.output("model.bin").size_bytes == 30 << 20


def test_one_file_and_the_temporary_folders_are_limited_too(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import errno
        def fill(path):
            try:
                with open(path, "wb") as file:
                    for count in range(1024):
                        file.write(b"x" * (1 << 20))
                        file.flush()
            except OSError as error:
                return count, errno.errorcode[error.errno]
            return count, "no end"
        for path in ("one.bin", "/tmp/one.bin", "/dev/shm/one.bin"):
            print(path, *fill(path))
        for path in ("/usr/one.bin", "/etc/passwd", "/one.bin", "/sys/fs/cgroup/one"):
            try:
                open(path, "ab")
            except OSError as error:
                print(path, "refused")
        """,
    )
    assert "one.bin 64 EFBIG" in done.log
    assert "/tmp/one.bin 64 EFBIG" in done.log
    assert "/dev/shm/one.bin 64 E" in done.log
    for path in ("/usr/one.bin", "/etc/passwd", "/one.bin", "/sys/fs/cgroup/one"):
        assert f"{path} refused" in done.log


def test_a_hundred_thousand_files_are_counted_and_not_kept(tmp_path, engine):
    limits = SMALL.model_copy(update={"run_seconds": 300, "disk_bytes": 1 << 30})
    done = train(
        tmp_path,
        """
        import os
        for folder in range(100):
            os.mkdir(f"d{folder}")
            for file in range(1000):
                os.close(os.open(f"d{folder}/f{file}", os.O_CREAT | os.O_WRONLY))
        print("made them")
        """,
        limits=limits,
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert "made them" in done.log
    assert len(done.outcome.outputs) == MOST_OUTPUTS
    assert len(done.outcome.refused_outputs) < MOST_OUTPUTS
    assert any(f"{MOST_OUTPUTS} files" in why for why in done.outcome.refused_outputs)
    assert left_behind(engine, done.run_id) == []


def test_a_flood_of_output_is_drained_and_bounded(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import os
        os.write(1, b"accuracy=0.9\\n")
        line = b"x" * 1023 + b"\\n"
        while True:
            os.write(1, line * 64)
        """,
        limits=SHORT,
    )
    assert done.outcome.ending is Ending.TIMED_OUT
    digest = done.outcome.log
    assert digest.size_bytes > KEPT_LOG_BYTES
    assert digest.omitted_bytes > 0
    assert (done.folder / digest.file).stat().st_size < KEPT_LOG_BYTES
    assert len(done.live.encode()) < KEPT_LOG_BYTES
    assert "accuracy=0.9" in done.log
    assert_gone_in_time(done, engine, SHORT)


def test_one_endless_line_costs_no_memory_and_no_time(tmp_path, engine):
    done = train(
        tmp_path,
        """
        import os
        for _ in range(400):
            os.write(1, b"y" * (1 << 16))
        os.write(1, b"\\nthe end\\n")
        """,
    )
    assert done.outcome.ending is Ending.SUCCEEDED
    assert "the end" in done.log
    assert max(map(len, done.log.splitlines())) <= (64 << 10) + 2


def test_a_busy_loop_has_the_processors_that_it_was_given(tmp_path, engine):
    limits = SMALL.model_copy(update={"run_seconds": 5, "cpus": 0.5})
    done = train(
        tmp_path,
        """
        import os
        for _ in range(3):
            if os.fork() == 0:
                break
        while True:
            pass
        """,
        limits=limits,
    )
    assert done.outcome.ending is Ending.TIMED_OUT
    phase = done.outcome.phases[-1]
    assert 0 < phase.cpu_seconds <= 0.5 * phase.duration_seconds * 1.3 + 0.5
