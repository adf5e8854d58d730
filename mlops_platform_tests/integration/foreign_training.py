"""Foreign training code in the real sandbox: a small repository, a run, and what came of it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from uuid import uuid4

import docker

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.adapters.docker_sandbox import DockerSandbox
from mlops_platform.core.run_outcome import OutputFile, SandboxOutcome
from mlops_platform.core.run_plan import Environment, Limits, Purpose, RunPlan, RunStep
from mlops_platform.core.sandbox import SandboxOrder
from mlops_platform_tests.drawing import draw_checkout

PLATFORM = "hostile-tests"
GONE_WITHIN_SECONDS = 15
"""What is promised of a container after its deadline."""

SMALL = Limits(
    install_seconds=120,
    run_seconds=20,
    memory_bytes=256 << 20,
    cpus=1.0,
    processes=64,
    disk_bytes=256 << 20,
    file_bytes=64 << 20,
)


@dataclass
class Trained:
    """What came of one run; `ended_after` is counted from the first thing that it printed."""

    run_id: str
    outcome: SandboxOutcome
    folder: Path
    live: str
    seconds: float
    shown: list[tuple[float, str]] = field(repr=False, default_factory=list)

    @property
    def log(self) -> str:
        """Return the log that was kept."""
        return (self.folder / self.outcome.log.file).read_text()

    def output(self, path: str) -> OutputFile | None:
        """Return the output of that path."""
        return next((each for each in self.outcome.outputs if each.path == path), None)

    def content(self, path: str) -> bytes:
        """Return what an output holds."""
        found = self.output(path)
        assert found is not None, (path, self.outcome)
        return (self.folder / found.stored_as).read_bytes()


def sandbox() -> DockerSandbox:
    """Return the real thing, with settings that name no place of this machine."""
    return DockerSandbox(SandboxSettings(platform=PLATFORM))


def plan_for(limits: Limits, variables: Mapping[str, str] | None = None) -> RunPlan:
    """Return the plan that runs `train.py`, with nothing installed."""
    step = RunStep(
        purpose=Purpose.TRAIN,
        arguments=("python", "train.py"),
        recipe="python_script",
        because="the test says so",
    )
    return RunPlan(
        environment=Environment(python="3.11", source="inferred_from_imports"),
        steps=(step,),
        variables=tuple((variables or {}).items()),
        limits=limits,
    )


def train(
    tmp_path: Path,
    program: str,
    *,
    limits: Limits = SMALL,
    variables: Mapping[str, str] | None = None,
    files: Mapping[str, str | bytes] | None = None,
) -> Trained:
    """Run a program as `train.py` of a repository with these files, in the sandbox."""
    tmp_path.mkdir(exist_ok=True)
    checkout = draw_checkout(tmp_path, {"train.py": dedent(program), **(files or {})})
    folder = tmp_path / "outputs"
    folder.mkdir()
    run_id = f"t{uuid4().hex[:12]}"
    shown: list[tuple[float, str]] = []
    began = time.monotonic()
    order = SandboxOrder(run_id=run_id, attempt=1, plan=plan_for(limits, variables))
    outcome = sandbox().run(
        order, checkout, folder, lambda text: shown.append((time.monotonic(), text))
    )
    seconds = time.monotonic() - began
    live = "".join(text for _, text in shown)
    return Trained(run_id, outcome, folder, live, seconds, shown)


def left_behind(client: docker.DockerClient, run_id: str) -> list[str]:
    """Return the containers and volumes that a run left on the engine."""
    label = {"label": f"mlops-platform.run={run_id}"}
    containers = client.containers.list(all=True, filters=label)
    return [
        *(f"container {each.name} {each.status}" for each in containers),
        *(f"volume {each.name}" for each in client.volumes.list(filters=label)),
    ]


def assert_gone_in_time(trained: Trained, client: docker.DockerClient, limits: Limits) -> None:
    """Check that the training was ended soon after its deadline, and that nothing is left."""
    phase = trained.outcome.phases[-1]
    assert phase.passed_deadline
    assert limits.run_seconds - 1 <= phase.duration_seconds
    assert phase.duration_seconds <= limits.run_seconds + GONE_WITHIN_SECONDS
    assert left_behind(client, trained.run_id) == []
