"""What runs the sandbox dies in mid-training: what it leaves is found, named and removed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform_tests.integration.foreign_training import left_behind, sandbox, train

pytestmark = pytest.mark.integration

TOP = Path(__file__).parents[2]

RUNNER = """
import sys
from pathlib import Path
from mlops_platform.core.sandbox import SandboxOrder
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.integration.foreign_training import SMALL, plan_for, sandbox

folder, run_id = Path(sys.argv[1]), sys.argv[2]
checkout = draw_checkout(folder, {"train.py": "import time\\nprint('training')\\ntime.sleep(600)"})
outputs = folder / "outputs"
outputs.mkdir()
limits = SMALL.model_copy(update={"run_seconds": 300})
order = SandboxOrder(run_id=run_id, attempt=1, plan=plan_for(limits))
sandbox().run(order, checkout, outputs, lambda text: print(text, end="", flush=True))
"""


@pytest.fixture
def training(tmp_path, docker_engine):
    """Give a process that runs a training, once that has begun, and the id of its run."""
    run_id = f"dead{os.getpid()}x{time.monotonic_ns() % 10**6}"
    process = subprocess.Popen(
        [sys.executable, "-c", dedent(RUNNER), tmp_path, run_id],
        cwd=TOP,
        stdout=subprocess.PIPE,
        text=True,
    )
    for line in process.stdout:
        if line.strip() == "training":
            break
    yield process, run_id
    process.kill()
    process.wait()
    process.stdout.close()
    sandbox().sweep()


def test_what_a_killed_platform_leaves_is_swept_by_the_next(training, docker_engine):
    process, run_id = training
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = left_behind(docker_engine, run_id)
    assert any("running" in each for each in left), left
    began = time.monotonic()
    swept = sandbox().sweep()
    assert time.monotonic() - began < 30
    assert sum(run_id in name for name in swept) >= len(left)
    assert left_behind(docker_engine, run_id) == []


def test_who_is_alive_is_left_alone(training, docker_engine):
    _, run_id = training
    before = left_behind(docker_engine, run_id)
    assert before
    assert not any(run_id in name for name in sandbox().sweep())
    assert left_behind(docker_engine, run_id) == before


def test_the_start_of_the_next_run_sweeps_too(training, docker_engine, tmp_path_factory):
    process, run_id = training
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = train(tmp_path_factory.mktemp("next"), "print('accuracy=0.9')")
    assert done.outcome.ending is Ending.SUCCEEDED
    assert left_behind(docker_engine, run_id) == []


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Give one home to the commands, so that the engine is examined once."""
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize("request_to_end", [signal.SIGINT, signal.SIGTERM])
def test_a_request_to_end_removes_everything_before_it_ends(
    request_to_end, home, tmp_path, docker_engine
):
    (tmp_path / "train.py").write_text("import time\nprint('training')\ntime.sleep(600)")
    program = Path(sys.executable).with_name("mlops-platform")
    command = subprocess.Popen(
        [program, "execute", tmp_path, "--train", "python train.py"],
        env=os.environ | {"MLOPS_PLATFORM_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert any(line.strip() == "training" for line in command.stdout)
        (began,) = [each.name for each in (home / "runs").iterdir()]
        assert left_behind(docker_engine, began)
        command.send_signal(request_to_end)
        said, _ = command.communicate(timeout=60)
        assert (command.returncode, said.strip()) == (130, "")
        assert left_behind(docker_engine, began) == []
    finally:
        command.kill()
        command.wait()
        shutil.rmtree(home / "runs")
