from pathlib import Path

import pytest

from mlops_platform.core.settings import BadSettingError, load_settings


@pytest.fixture(autouse=True)
def _fresh(monkeypatch, tmp_path):
    for name in ("DEBUG", "MLOPS_PLATFORM_CATALOG", "MLOPS_PLATFORM_GIT_MIRRORS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", str(tmp_path / "home"))
    load_settings.cache_clear()
    yield
    load_settings.cache_clear()


def test_a_bad_value_is_one_sentence_naming_its_variable(monkeypatch):
    monkeypatch.setenv("DEBUG", "perhaps")
    with pytest.raises(BadSettingError, match=r"^DEBUG cannot be used: .*; correct or unset it\.$"):
        load_settings()


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("MLOPS_PLATFORM_CATALOG", "")
    assert load_settings().catalog == Path("repos.yaml")


def test_a_tilde_and_a_relative_home_become_absolute(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", "here")
    assert load_settings().home == tmp_path / "here"
    load_settings.cache_clear()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("MLOPS_PLATFORM_HOME", "~/there")
    assert load_settings().home == tmp_path / "there"


def test_the_env_file_of_the_home_is_read(tmp_path):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".env").write_text("MLOPS_PLATFORM_GIT_MIRRORS=a.example=https://b\n")
    assert load_settings().git_mirrors == "a.example=https://b"


def test_the_env_file_of_the_working_directory_is_not_read(monkeypatch, tmp_path):
    (tmp_path / ".env").write_text("MLOPS_PLATFORM_GIT_MIRRORS=a.example=http://evil\n")
    monkeypatch.chdir(tmp_path)
    assert load_settings().git_mirrors == ""


def test_an_address_of_mlflow_is_a_server_or_a_database(monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "https://mlflow.example")
    assert load_settings().mlflow_tracking_uri == "https://mlflow.example"
    load_settings.cache_clear()
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "./mlruns")
    with pytest.raises(BadSettingError, match=r"^MLFLOW_TRACKING_URI cannot be used"):
        load_settings()
