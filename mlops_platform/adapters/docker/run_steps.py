"""The commands of a plan, one container each, over one volume: how each is configured and ended."""

import math
import time
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from mlops_platform.adapters.docker.confinement import (
    BACKSTOP_SECONDS,
    Json,
    backstopped,
    confinement,
)
from mlops_platform.adapters.docker.endings import phase_of, said
from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.followed_container import FollowedContainer, Watched
from mlops_platform.adapters.docker.install_files import CERTIFICATES, ENVIRONMENT_HOME
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.adapters.docker.labels import Tags
from mlops_platform.adapters.docker.path_links import SOURCES
from mlops_platform.adapters.docker.sandbox_settings import SandboxSettings, without_credentials
from mlops_platform.adapters.docker.workspace import BOX, Workspace
from mlops_platform.core.run_outcome import Ending, Phase
from mlops_platform.core.run_plan import Limits, RunPlan, RunStep


class Stage(NamedTuple):
    """What all steps of an attempt share."""

    engine: Engine
    settings: SandboxSettings
    tags: Tags
    log: KeptLog
    workspace: Workspace
    image: str


class StepEnded(NamedTuple):
    """A step's phase, and one sentence on it."""

    phase: Phase
    because: str


def run_steps(stage: Stage, plan: RunPlan) -> Iterator[StepEnded]:
    """Run the steps in order, within one time limit for all, until one does not succeed."""
    deadline = time.monotonic() + plan.limits.run_seconds
    for step in plan.steps:
        ended = _run_step(stage, plan, step, deadline - time.monotonic())
        yield ended
        if ended.phase.ending is not Ending.SUCCEEDED:
            return


def step_configuration(stage: Stage, plan: RunPlan, step: RunStep, seconds: float) -> Json:
    """Return the container of a step; `seconds` is what is left of the time limit."""
    made = confinement(plan.limits, _variables(plan, stage.settings), stage.settings.runtime)
    return {
        **made,
        "Image": stage.image,
        "Entrypoint": backstopped(step.arguments, seconds),
        "WorkingDir": str(PurePosixPath(SOURCES, step.working_directory)),
        "Labels": stage.tags.labels(step.purpose, seconds + 2 * BACKSTOP_SECONDS),
        "HostConfig": {**made["HostConfig"], "Mounts": [stage.workspace.mount()]},
    }


def probed_configuration(limits: Limits, settings: SandboxSettings) -> Json:
    """Return the container of a step as a probe examines it, with a volume of its own."""
    made = confinement(limits, {}, settings.runtime)
    return {**made, "Volumes": {BOX: {}}}


def _run_step(stage: Stage, plan: RunPlan, step: RunStep, seconds: float) -> StepEnded:
    stage.log.begin(step.purpose, " ".join(step.arguments))
    container = stage.engine.create(step_configuration(stage, plan, step, seconds))
    try:
        limit = plan.limits.disk_bytes
        watched = Watched(seconds, lambda: stage.workspace.too_full(limit))
        ended = FollowedContainer(stage.engine, container, stage.log, watched).follow()
    finally:
        stage.engine.remove(container)
    phase = phase_of(step.purpose, ended)
    return StepEnded(phase, said(phase, ended, plan.limits.run_seconds))


def _variables(plan: RunPlan, settings: SandboxSettings) -> dict[str, str]:
    given = dict(plan.variables)
    places = [str(PurePosixPath(SOURCES, each)) for each in plan.import_paths]
    if given.get("PYTHONPATH"):
        places.append(given.pop("PYTHONPATH"))
    path = {"PYTHONPATH": ":".join(places)} if places else {}
    return {**_always(plan), **_network(plan, settings), **given, **path}


def _always(plan: RunPlan) -> dict[str, str]:
    return {
        "PATH": f"{ENVIRONMENT_HOME}/bin:/usr/local/bin:/usr/bin:/bin",
        "VIRTUAL_ENV": ENVIRONMENT_HOME,
        # In the volume, so that what is left there can be looked at.
        "HOME": f"{BOX}/home",
        "TMPDIR": f"{BOX}/tmp",  # noqa: S108 (the container's)
        "LANG": "C.UTF-8",
        "PYTHONUNBUFFERED": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "Agg",
        # A program sees all processors of the machine, and would start a thread for each.
        "OMP_NUM_THREADS": str(max(1, math.ceil(plan.limits.cpus))),
        # Images of some vendors ask for every GPU by themselves.
        **({"NVIDIA_VISIBLE_DEVICES": "void"} if plan.limits.gpus == "none" else {}),
    }


def _network(plan: RunPlan, settings: SandboxSettings) -> dict[str, str]:
    """Return how to get out, where the operator lets a run out; never a credential."""
    if plan.limits.network == "none":
        return {}
    found: dict[str, str] = {}
    if settings.ca_bundle is not None:
        bundle = f"{BOX}/{CERTIFICATES}"
        found |= dict.fromkeys(("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"), bundle)
    if settings.proxy:
        proxy = without_credentials(settings.proxy)
        names = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
        found |= dict.fromkeys(names, proxy)
    if settings.no_proxy:
        found |= dict.fromkeys(("NO_PROXY", "no_proxy"), settings.no_proxy)
    return found
