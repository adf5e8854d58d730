import dagster as dg
import pytest
from dagster._core.launcher.base import CheckRunHealthResult, LaunchRunContext, WorkerStatus
from dagster._serdes import ConfigurableClassData
from dagster_docker import DockerRunLauncher

from mlops_platform.defs.jobs import analyze, execute
from mlops_platform.defs.run_launcher import RUN_LABEL, RoutingRunLauncher
from mlops_platform_tests.conftest import BASE_IMAGE


class Noting:
    """Notes what it is asked; fits what the routing launcher uses of Dagster's own."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        def note(*arguments, **_):
            self.asked.append(name)
            return CheckRunHealthResult(WorkerStatus.RUNNING) if "health" in name else True

        return note


@pytest.fixture
def launchers(monkeypatch):
    """Return a routing launcher, and what its two ways were asked."""
    docker, default = Noting(), Noting()
    for name in ("launch_run", "resume_run", "terminate", "check_run_worker_health"):
        monkeypatch.setattr(DockerRunLauncher, name, lambda _, *a, _n=name: getattr(docker, _n)(*a))
    launcher = RoutingRunLauncher.from_config_value(None, {"image": "platform"})
    launcher._default = default
    return launcher, docker, default


def run_of(tags):
    return dg.DagsterRun(job_name="job", run_id="1", tags=tags)


def asked_of(launcher, run):
    launcher.launch_run(LaunchRunContext(dagster_run=run, workspace=None))
    launcher.resume_run(LaunchRunContext(dagster_run=run, workspace=None))
    launcher.check_run_worker_health(run)
    return ["launch_run", "resume_run", "check_run_worker_health"]


def test_a_run_of_execute_gets_a_container(launchers):
    launcher, docker, default = launchers
    assert asked_of(launcher, run_of(execute.tags)) == docker.asked
    assert default.asked == []


def test_every_other_run_gets_none(launchers):
    launcher, docker, default = launchers
    assert asked_of(launcher, run_of(dict(analyze.tags or {}))) == default.asked
    assert docker.asked == []


def test_a_run_is_stopped_where_it_is(launchers):
    launcher, docker, default = launchers
    with dg.instance_for_test() as instance:
        launcher.register_instance(instance)
        for tags in ({"mlops/launcher": "docker"}, {}):
            run = instance.create_run_for_job(empty, tags=tags)
            assert launcher.terminate(run.run_id)
    assert docker.asked == ["terminate"]
    assert "terminate" in default.asked


@pytest.mark.integration
def test_workers_go_when_their_runs_have_ended(docker_engine):
    launcher = RoutingRunLauncher.from_config_value(None, {"image": "platform"})
    with dg.instance_for_test() as instance:
        launcher.register_instance(instance)
        runs = {
            status: instance.create_run_for_job(empty, status=status).run_id
            for status in (dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.STARTED)
        }
        ended, begun = runs.values()
        made = [
            docker_engine.containers.create(BASE_IMAGE, "true", labels={RUN_LABEL: run_id})
            for run_id in (ended, begun, "a-run-of-another-instance")
        ]
        try:
            made[0].start()
            made[0].wait(timeout=30)
            assert launcher.remove_ended_workers() == (f"container of the worker of run {ended}",)
            assert _are_there(docker_engine, made) == [False, True, True]
        finally:
            for container in made[1:]:
                container.remove()


def _are_there(engine, containers):
    known = {each.id for each in engine.containers.list(all=True, filters={"label": RUN_LABEL})}
    return [each.id in known for each in containers]


def test_it_is_configured_as_docker_run_launcher_is():
    config = {"image": "platform:1", "env_vars": ["A"], "networks": ["n"]}
    data = ConfigurableClassData("m", "c", "{}")
    launcher = RoutingRunLauncher.from_config_value(data, config)
    assert (launcher.image, launcher.env_vars, launcher.networks) == ("platform:1", ["A"], ["n"])
    assert launcher.inst_data is data


@dg.job
def empty():
    pass
