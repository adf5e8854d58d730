"""The run launcher of a server: a container for runs that execute foreign code, no more for others.

Dagster's launcher is one for the whole instance. This one sends a run to Docker where its job
carries the tag `mlops/launcher: docker`, and leaves every other to Dagster's default.
"""

import contextlib
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Self, cast

import dagster as dg
from dagster._core.instance import DagsterInstance
from dagster._core.launcher import DefaultRunLauncher
from dagster._core.launcher.base import CheckRunHealthResult, LaunchRunContext, ResumeRunContext
from dagster._serdes import ConfigurableClassData
from dagster_docker import DockerRunLauncher

from mlops_platform.defs.jobs import DOCKER, LAUNCHER_TAG

SOCKET = Path("/var/run/docker.sock")
RUN_LABEL = "dagster/run_id"
"""What Dagster's launcher labels a worker with."""


class RoutingRunLauncher(DockerRunLauncher):
    """Configured like `DockerRunLauncher`; the configuration counts for tagged runs only."""

    def __init__(self, inst_data: ConfigurableClassData | None, config: Mapping[str, Any]) -> None:
        super().__init__(inst_data, **_with_socket_group(config))
        # Dagster leaves some methods of its launchers without types.
        self._default: Any = DefaultRunLauncher()

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData, config_value: Mapping[str, Any]
    ) -> Self:
        """Make the launcher that `dagster.yaml` describes."""
        return cls(inst_data, config_value)

    def register_instance(self, instance: DagsterInstance) -> None:
        """Tell both launchers whose runs these are."""
        super().register_instance(instance)
        self._default.register_instance(instance)

    def launch_run(self, context: LaunchRunContext) -> None:
        """Start a run where its tag says."""
        if is_for_docker(context.dagster_run):
            super().launch_run(context)
        else:
            self._default.launch_run(context)

    def resume_run(self, context: ResumeRunContext) -> None:
        """Start a run again whose worker was lost; only containers can be resumed."""
        if is_for_docker(context.dagster_run):
            super().resume_run(context)
        else:
            self._default.resume_run(context)

    def terminate(self, run_id: str) -> bool:
        """Stop a run's worker where it is."""
        run = self._instance.get_run_by_id(run_id)
        if run is None or is_for_docker(run):
            return bool(super().terminate(run_id))  # type: ignore[no-untyped-call]
        return bool(self._default.terminate(run_id))

    def check_run_worker_health(self, run: dg.DagsterRun) -> CheckRunHealthResult:
        """Say whether a run's worker lives."""
        if is_for_docker(run):
            # Typed as Any where Dagster gives none.
            return cast("CheckRunHealthResult", super().check_run_worker_health(run))
        health: CheckRunHealthResult = self._default.check_run_worker_health(run)
        return health

    def remove_ended_workers(self) -> tuple[str, ...]:
        """Remove the containers of runs that have ended, and name them.

        Not at once, as `auto_remove` would: how a worker ended is told by its container.
        """
        removed = []
        # For the type checker, `docker` is the folder of that name beside our package.
        api_error = import_module("docker.errors").APIError
        with contextlib.closing(import_module("docker").from_env()) as client:
            wanted = {"label": RUN_LABEL, "status": ["created", "exited", "dead"]}
            for container in client.containers.list(all=True, filters=wanted, ignore_removed=True):
                run = self._instance.get_run_by_id(container.labels[RUN_LABEL])
                # A run that is not known here is another instance's.
                if run is not None and run.is_finished:
                    # Somebody else may be removing it at this moment.
                    with contextlib.suppress(api_error):
                        container.remove(v=True)
                        removed.append(f"container of the worker of run {run.run_id}")
        return tuple(removed)

    def join(self, timeout: int = 30) -> None:
        """Wait for the runs in processes of this machine."""
        self._default.join(timeout)

    def dispose(self) -> None:
        """Let go of both."""
        self._default.dispose()
        super().dispose()


def is_for_docker(run: dg.DagsterRun) -> bool:
    """Tell whether a run asks for a container of its own."""
    return run.tags.get(LAUNCHER_TAG) == DOCKER


def _with_socket_group(config: Mapping[str, Any]) -> dict[str, Any]:
    """Let workers use the engine's socket as this process does, whatever its group is here."""
    arguments = dict(config.get("container_kwargs") or {})
    if SOCKET.exists():
        arguments.setdefault("group_add", [str(SOCKET.stat().st_gid)])
    return {**config, "container_kwargs": arguments}
