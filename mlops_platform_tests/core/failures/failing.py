"""Draw failed attempts: a plan, and the log that Python, uv or pip really printed.

The files in `logs` were printed by running the failing thing; paths are those of a sandbox, and the
middle of long tracebacks is left out.
"""

from pathlib import Path

from mlops_platform.core.failures.case import Case
from mlops_platform.core.failures.failure import read_failure
from mlops_platform.core.failures.repair_facts import RepairFacts
from mlops_platform.core.run_outcome import Ending, LogDigest, Phase, SandboxOutcome
from mlops_platform.core.run_plan import Environment, Purpose, RunPlan, RunStep

LOGS = Path(__file__).with_name("logs")
NO_FACTS = RepairFacts(files=("train.py", "README.md"))


def printed(name: str) -> str:
    """Return a log that was really printed."""
    return (LOGS / f"{name}.txt").read_text(encoding="utf-8")


def step(*arguments: str, folder: str = ".") -> RunStep:
    """Return a step of training."""
    return RunStep(
        purpose=Purpose.TRAIN,
        arguments=arguments or ("python", "train.py"),
        working_directory=folder,
        recipe="python_script",
        because="it trains",
    )


def plan(*requirements: str, steps: tuple[RunStep, ...] = (), **environment: object) -> RunPlan:
    """Return a plan that installs these lines and runs `python train.py`."""
    fields = {"python": "3.11", "source": "requirements_txt", "requirements": requirements}
    return RunPlan(
        environment=Environment.model_validate(fields | environment), steps=steps or (step(),)
    )


def outcome(log: str, *, phase: str = "train", ending: Ending = Ending.FAILED) -> SandboxOutcome:
    """Return what a sandbox says of an attempt that ended with this log."""
    installed = Phase(name="install", ending=Ending.SUCCEEDED, exit_code=0)
    ended = Phase(name=phase, ending=ending, exit_code=0 if ending is Ending.SUCCEEDED else 1)
    return SandboxOutcome(
        ending=ending,
        phases=(ended,) if phase == "install" else (installed, ended),
        log=LogDigest(file="log.txt", tail=log),
    )


def ran(log: str, tried: RunPlan | None = None, facts: RepairFacts = NO_FACTS) -> Case:
    """Return the case of a run that failed with this log."""
    tried = tried or plan()
    return Case(read_failure(tried, outcome(log)), tried, facts)


def installed(log: str, tried: RunPlan | None = None, facts: RepairFacts = NO_FACTS) -> Case:
    """Return the case of an environment that could not be installed."""
    tried = tried or plan()
    return Case(read_failure(tried, outcome(log, phase="install")), tried, facts)
