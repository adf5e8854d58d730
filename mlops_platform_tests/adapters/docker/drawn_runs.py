"""Draw what a sandbox is asked: plans of one command, and their order."""

import os

from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings
from mlops_platform.core.run_plan import Environment, Limits, Purpose, RunPlan, RunStep
from mlops_platform.core.sandbox import SandboxOrder

SMALL = Limits(
    install_seconds=300, run_seconds=60, memory_bytes=256 << 20, cpus=1.0, disk_bytes=512 << 20
)
SETTINGS = SandboxSettings(platform="unit-tests")


def step(*arguments, purpose=Purpose.TRAIN, place="."):
    return RunStep(
        purpose=purpose,
        arguments=arguments,
        working_directory=place,
        recipe="python_script",
        because="a test asks for it",
    )


def program(text, **more):
    return step("python", "-c", text, **more)


def plan(*steps, environment=None, limits=SMALL, **more):
    environment = environment or Environment(python="3.11", source="drawn")
    return RunPlan(environment=environment, steps=steps, limits=limits, **more)


def order(asked):
    return SandboxOrder(run_id=f"drawn-{os.urandom(4).hex()}", attempt=1, plan=asked)
