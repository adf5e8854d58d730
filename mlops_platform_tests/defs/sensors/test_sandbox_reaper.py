import dagster as dg
import pytest

from mlops_platform.core.errors import PlatformError
from mlops_platform.core.sandbox import HasEnded
from mlops_platform.defs.sensors.sandbox_reaper import sandbox_reaper


class SweptSandbox:
    """Fits what the sensor needs of the port `Sandbox`."""

    def __init__(self, *left: str, error: str = "") -> None:
        self.left, self.error = left, error
        self.has_ended: HasEnded = lambda _: False

    def sweep(self, has_ended: HasEnded) -> tuple[str, ...]:
        if self.error:
            raise PlatformError(self.error)
        self.has_ended = has_ended
        removed, self.left = self.left, ()
        return removed


@pytest.fixture
def look(instance):
    def once(sandbox: SweptSandbox) -> str:
        with dg.build_sensor_context(instance=instance) as context:
            return sandbox_reaper(context, sandbox=sandbox).skip_message

    return once


@dg.job
def empty():
    pass


def test_it_looks_twice_a_minute_without_being_switched_on():
    assert sandbox_reaper.default_status is dg.DefaultSensorStatus.RUNNING
    assert sandbox_reaper.minimum_interval_seconds == 30


def test_what_was_left_is_removed_once(look):
    sandbox = SweptSandbox("container run-1", "volume run-1")
    assert look(sandbox) == "Removed 2 that nobody waited for any more."
    assert look(sandbox) == "Nothing was left behind."


def test_an_engine_that_does_not_answer_is_said_and_is_no_failure(look):
    said = "No Docker engine answers; start it."
    assert look(SweptSandbox(error=said)) == said


@pytest.mark.parametrize(
    ("status", "is_over"),
    [
        (dg.DagsterRunStatus.STARTED, False),
        (dg.DagsterRunStatus.FAILURE, True),
        (dg.DagsterRunStatus.CANCELED, True),
        (dg.DagsterRunStatus.SUCCESS, True),
    ],
)
def test_dagster_knows_which_runs_have_ended(look, instance, status, is_over):
    sandbox = SweptSandbox()
    look(sandbox)
    run = instance.create_run_for_job(empty, status=status)
    assert sandbox.has_ended(run.run_id) is is_over
    assert not sandbox.has_ended("a run of another platform")


def test_workers_that_have_ended_are_removed_too(look, instance, monkeypatch):
    monkeypatch.setattr(
        type(instance.run_launcher), "remove_ended_workers", lambda _: ("worker",), raising=False
    )
    assert look(SweptSandbox("container run-1")) == "Removed 2 that nobody waited for any more."
