import dagster as dg
import pytest

from mlops_platform.core.ports import PlatformError
from mlops_platform.defs.sensors.sandbox_reaper import sandbox_reaper


class SweptSandbox:
    """Fits what the sensor needs of the port `Sandbox`."""

    def __init__(self, *left: str, error: str = "") -> None:
        self.left, self.error = left, error

    def sweep(self) -> tuple[str, ...]:
        if self.error:
            raise PlatformError(self.error)
        removed, self.left = self.left, ()
        return removed


@pytest.fixture
def look(instance):
    def once(sandbox: SweptSandbox) -> str:
        with dg.build_sensor_context(instance=instance) as context:
            return sandbox_reaper(context, sandbox=sandbox).skip_message

    return once


def test_it_looks_every_minute_without_being_switched_on():
    assert sandbox_reaper.default_status is dg.DefaultSensorStatus.RUNNING
    assert sandbox_reaper.minimum_interval_seconds == 60


def test_what_was_left_is_removed_once(look):
    sandbox = SweptSandbox("container run-1", "volume run-1")
    assert look(sandbox) == "Removed 2 that nobody waited for any more."
    assert look(sandbox) == "Nothing was left behind."


def test_an_engine_that_does_not_answer_is_said_and_is_no_failure(look):
    said = "No Docker engine answers; start it."
    assert look(SweptSandbox(error=said)) == said
