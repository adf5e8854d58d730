import pytest

from mlops_platform.core.settings import load_settings
from mlops_platform_tests.commands.calling import call


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/nowhere.sock")
    load_settings.cache_clear()
    yield tmp_path / "home"
    load_settings.cache_clear()


def test_a_healthy_machine_ends_with_zero(capfd, home):
    code, out, _ = call(capfd, "doctor")
    assert code == 0, out
    needs = [line.split()[1] for line in out.splitlines()]
    assert {"Python", "Git", "Home", "Disk", "Dagster", "Catalog", "Certificates"} <= set(needs)
    assert {line.split()[0] for line in out.splitlines()} <= {"ok", "warn"}
    (sandbox,) = [line for line in out.splitlines() if line.split()[1] == "Sandbox"]
    assert sandbox.startswith("warn")
    assert sandbox.endswith("Analysis needs none.")


def test_what_is_necessary_and_missing_ends_with_three(capfd, home, monkeypatch):
    home.parent.joinpath("home").write_text("a file where the home should be")
    monkeypatch.setenv("MLOPS_PLATFORM_CA_BUNDLE", "/nowhere.pem")
    load_settings.cache_clear()
    code, out, _ = call(capfd, "doctor")
    assert code == 3
    failed = [line for line in out.splitlines() if line.startswith("fail")]
    assert [line.split()[1] for line in failed] == ["Home", "Dagster", "Catalog", "Certificates"]
    assert "set MLOPS_PLATFORM_HOME" in failed[0]


@pytest.mark.integration
def test_the_sandbox_is_examined_by_a_probe(capfd, home, monkeypatch, docker_engine):
    monkeypatch.delenv("DOCKER_HOST")
    code, out, _ = call(capfd, "doctor")
    assert code == 0, out
    (sandbox,) = [line for line in out.splitlines() if line.split()[1] == "Sandbox"]
    assert sandbox.startswith("ok")
    assert f"Docker {docker_engine.version()['Version']}, runc" in sandbox
    assert sandbox.endswith("limits are in force")
