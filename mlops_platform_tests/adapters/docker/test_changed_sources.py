import pytest

from mlops_platform.adapters.docker.changed_sources import is_source


@pytest.mark.parametrize(
    "path",
    ["train.py", "src/Model.R", "nb/Explore.ipynb", "params.yaml", "conf/a.yml", "Makefile",
     "setup.cfg", "requirements.txt", "pyproject.toml", "sub/MLproject"],
)  # fmt: skip
def test_code_and_configuration_are_sources(path):
    assert is_source(path)


@pytest.mark.parametrize(
    "path",
    ["data/train.csv", "model.pkl", "metrics.json", "mlruns/0/meta.yaml", "outputs/config.yaml",
     "lightning_logs/version_0/hparams.yaml", "README.md", "dvc.lock", "notes.txt"],
)  # fmt: skip
def test_data_models_and_recorded_results_are_not(path):
    assert not is_source(path)


def test_code_is_a_source_wherever_it_lies():
    assert is_source("models/net.py")
