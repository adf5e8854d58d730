import pytest

from mlops_platform.adapters.docker.attempt import Attempt, Task
from mlops_platform.adapters.docker.engine import Engine
from mlops_platform.adapters.docker.kept_log import KeptLog
from mlops_platform.core.run_outcome import Ending
from mlops_platform.core.run_plan import Environment
from mlops_platform_tests.adapters.docker.drawn_runs import SETTINGS, order, plan, program
from mlops_platform_tests.drawing import draw_checkout


def attempted(tmp_path, asked, settings=SETTINGS):
    log = KeptLog(tmp_path / "log.txt", lambda _: None, str)
    checkout = draw_checkout(tmp_path, {"train.py": ""})
    attempt = Attempt(Task(Engine(), settings, order(asked), checkout, tmp_path), log)
    attempt.run()
    return attempt.outcome(log.close())


@pytest.mark.integration
def test_a_setting_that_names_nothing_is_an_ending_with_its_sentence(docker_engine, tmp_path):
    settings = SETTINGS._replace(ca_bundle=tmp_path / "none.pem")
    environment = Environment(python="3.11", source=f"drawn-{tmp_path.name}", bounds=("x<1",))
    outcome = attempted(tmp_path, plan(program(""), environment=environment), settings)
    assert outcome.ending is Ending.NOT_RUNNABLE
    assert "MLOPS_PLATFORM_CA_BUNDLE" in outcome.because


def test_without_an_engine_nothing_runs_and_nobody_else_does_it(monkeypatch, tmp_path):
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/none.sock")
    canary = tmp_path / "canary"
    outcome = attempted(tmp_path, plan(program(f"open({str(canary)!r}, 'w')")))
    assert outcome.ending is Ending.ENGINE_UNAVAILABLE
    assert outcome.cause == "engine_unavailable"
    assert "DOCKER_HOST" in outcome.because
    assert outcome.phases == ()
    assert not canary.exists()
