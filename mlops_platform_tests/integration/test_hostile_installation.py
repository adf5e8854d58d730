"""A repository whose own build back-end attacks while it is installed.

It has the network, and nothing else: the same limits, no rights, nothing of ours.
"""

from textwrap import dedent
from uuid import uuid4

import pytest

from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.sandbox import SandboxOrder
from mlops_platform_tests.drawing import draw_checkout
from mlops_platform_tests.integration.foreign_training import (
    SMALL,
    Trained,
    left_behind,
    plan_for,
    sandbox,
)

pytestmark = pytest.mark.integration

PROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "hostile"
version = "1"
"""

HONEST = """
import os, zipfile

TAG = "py3-none-any"

def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    attack()
    name = f"hostile-1-{TAG}.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w") as wheel:
        files = {
            "hostile.py": "WORDS = 'installed'",
            "hostile-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: hostile\\nVersion: 1",
            "hostile-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: " + TAG,
        }
        for path, text in files.items():
            wheel.writestr(path, text)
        wheel.writestr("hostile-1.dist-info/RECORD", "".join(f"{path},,\\n" for path in files))
    return name

build_editable = build_wheel
"""

CANARY = "canary-5d21b8"
TRAINING = "import hostile\nprint('accuracy=0.9', hostile.WORDS)"


@pytest.fixture(autouse=True)
def engine(docker_engine):
    return docker_engine


@pytest.fixture
def installed(tmp_path, engine):
    made = []

    def install(attack, **limits) -> Trained:
        # What was installed before is not installed again: each attack is another content.
        body = f"def attack():\n{attack}\n# {uuid4().hex}\n"
        files = {"pyproject.toml": PROJECT, "backend.py": body + HONEST, "train.py": TRAINING}
        plan = plan_for(SMALL.model_copy(update=limits))
        environment = plan.environment.model_copy(
            update={"source": "pyproject", "builds_project": True}
        )
        plan = plan.model_copy(update={"environment": environment})
        folder = tmp_path / "outputs"
        folder.mkdir()
        order = SandboxOrder(run_id=f"i{uuid4().hex[:12]}", attempt=1, plan=plan)
        outcome = sandbox().run(order, draw_checkout(tmp_path, files), folder, lambda _: None)
        made.append(outcome.image)
        return Trained(order.run_id, outcome, folder, "", 0.0)

    yield install
    for image in filter(None, made):
        engine.images.remove(image, force=True)


def indented(text):
    return "\n".join(f"    {line}" for line in dedent(text).strip().splitlines())


def test_an_honest_back_end_installs_the_project(installed):
    done = installed("    pass")
    assert done.outcome.ending is Ending.SUCCEEDED, done.log
    assert "accuracy=0.9 installed" in done.log


def test_a_back_end_sees_nothing_of_ours_and_has_no_rights(installed, monkeypatch):
    monkeypatch.setenv("PLATFORM_SECRET", CANARY)
    looks = indented(
        """
        import os, pathlib
        seen = [repr(os.environ)]
        for path in pathlib.Path("/proc").glob("[0-9]*/environ"):
            try:
                seen.append(path.read_text())
            except OSError:
                pass
        status = pathlib.Path("/proc/self/status").read_text()
        words = ("CapEff", "NoNewPrivs")
        rights = [line for line in status.splitlines() if line.startswith(words)]
        sockets = [path for path in ("/var/run/docker.sock",) if os.path.exists(path)]
        where = [path for path in ("/etc", "/usr", "/root") if os.access(path, os.W_OK)]
        found = "canary-" + "5d21b8" in str(seen)
        raise SystemExit(f"uid {os.getuid()} {rights} {sockets} {where} {found}")
        """
    )
    done = installed(looks)
    assert done.outcome.ending is Ending.FAILED
    told = "uid 65534 ['CapEff:\\t0000000000000000', 'NoNewPrivs:\\t1'] [] [] False"
    assert told in done.log, done.log


def test_a_back_end_that_will_not_end_is_ended(installed, engine):
    waits = indented(
        """
        import os, signal, time
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        if os.fork() == 0:
            os.setsid()
        time.sleep(600)
        """
    )
    done = installed(waits, install_seconds=8)
    phase = done.outcome.phases[-1]
    assert (done.outcome.ending, phase.name) == (Ending.TIMED_OUT, "install")
    assert phase.duration_seconds < 8 + 15
    assert left_behind(engine, done.run_id) == []


def test_a_back_end_that_fills_the_disk_is_named(installed, engine):
    fills = indented(
        """
        for count in range(1000):
            with open(f"/opt/env/filler{count}", "wb") as file:
                for _ in range(32):
                    file.write(b"x" * (1 << 20))
        """
    )
    done = installed(fills)
    assert done.outcome.ending is Ending.OUT_OF_DISK, (done.outcome, done.log)
    assert left_behind(engine, done.run_id) == []


def test_programs_that_it_puts_in_the_way_harm_only_itself(installed, engine):
    plants = indented(
        """
        import os
        for name in ("timeout", "sh", "env", "python3.99"):
            path = f"/opt/env/bin/{name}"
            with open(path, "w") as file:
                file.write("#!/bin/bash\\nwhile true; do :; done\\n")
            os.chmod(path, 0o755)
        """
    )
    done = installed(plants, run_seconds=5, install_seconds=20)
    assert done.outcome.ending in (Ending.SUCCEEDED, Ending.TIMED_OUT)
    phase = done.outcome.phases[-1]
    assert phase.duration_seconds < (20 if phase.name == "install" else 5) + 15
    assert left_behind(engine, done.run_id) == []
