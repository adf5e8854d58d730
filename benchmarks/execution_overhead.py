"""What an execution costs beside the repository's own install and run.

    python benchmarks/execution_overhead.py [ROUNDS]

A repository of a few files is run with an environment that is there already. Whatever is neither
the command's own time nor the installation is overhead: looking at images, laying sources in,
creating, starting and removing containers, collecting. The same command under plain `docker run`
tells what the engine itself takes. Needs an engine and its base image.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).parents[1]
sys.path.insert(0, str(TOP))

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings  # noqa: E402
from mlops_platform.adapters.docker_sandbox import DockerSandbox  # noqa: E402
from mlops_platform.core.checkout import Checkout, Revision  # noqa: E402
from mlops_platform.core.run_plan import Environment, Purpose, RunPlan, RunStep  # noqa: E402
from mlops_platform.core.sandbox import SandboxOrder  # noqa: E402

GOAL_SECONDS = 5.0
IMAGE = "python:3.11-slim"
COMMAND = ("python3", "-c", "open('model.txt', 'w').write('1'); print('accuracy: 0.9')")


def main() -> None:
    """Print the median overhead against the goal."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as place:
        root = Path(place, "project")
        root.mkdir()
        (root / "train.py").write_text("print(1)")
        execute(root, Path(place), "first")
        ours, plain = [], []
        for number in range(rounds):
            ours.append(execute(root, Path(place), str(number)))
            plain.append(docker_run())
    overhead = statistics.median(ours)
    print(f"overhead of an execution: {overhead:.2f} s (goal: {GOAL_SECONDS} s)")
    print(f"plain docker run of the same command: {statistics.median(plain):.2f} s")


def execute(root: Path, place: Path, name: str) -> float:
    """Return what one execution took beyond its own command."""
    outputs = place / f"outputs-{name}"
    outputs.mkdir()
    step = RunStep(purpose=Purpose.TRAIN, arguments=COMMAND, recipe="benchmark", because="measured")
    plan = RunPlan(environment=Environment(python="3.11", source="benchmark"), steps=(step,))
    revision = Revision(repository="local/overhead-benchmark", url=None, commit="0" * 40)
    began = time.perf_counter()
    outcome = DockerSandbox(SandboxSettings(platform="benchmark")).run(
        SandboxOrder(run_id=f"overhead-{name}", attempt=1, plan=plan),
        Checkout(revision=revision, root=root),
        outputs,
        lambda _: None,
    )
    took = time.perf_counter() - began
    return took - sum(phase.duration_seconds for phase in outcome.phases)


def docker_run() -> float:
    """Return what the engine's own command takes."""
    began = time.perf_counter()
    subprocess.run(
        ["docker", "run", "--rm", "--init", "--network", "none", IMAGE, *COMMAND],
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
