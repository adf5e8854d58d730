import pytest

from mlops_platform.adapters.docker.engine import (
    Engine,
    EngineError,
    EngineUnavailableError,
    NotThereError,
)


def test_no_engine_is_an_error_of_ours(monkeypatch, tmp_path):
    monkeypatch.setenv("DOCKER_HOST", f"unix://{tmp_path}/none.sock")
    with pytest.raises(EngineUnavailableError):
        Engine().info()


def test_an_engine_is_asked_only_when_it_is_needed(monkeypatch):
    monkeypatch.setenv("DOCKER_HOST", "unix:///nowhere.sock")
    Engine()


@pytest.mark.integration
def test_what_is_not_there_and_what_is_refused_are_told_apart(docker_engine):
    engine = Engine()
    with pytest.raises(NotThereError):
        engine.image("nobody/has-this:1")
    with pytest.raises(NotThereError):
        engine.state("0" * 64)
    with pytest.raises(EngineError, match="memory"):
        engine.create({"Image": "python:3.11-slim", "HostConfig": {"Memory": 1}})


@pytest.mark.integration
def test_removing_what_is_gone_is_no_error(docker_engine):
    engine = Engine()
    engine.remove("0" * 64)
    engine.kill("0" * 64)
    engine.remove_volume("nobody-has-this")
    assert "python:3.11-slim" in engine.image_names()
