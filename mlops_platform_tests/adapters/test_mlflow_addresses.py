import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlops_platform.adapters.mlflow_addresses import mlflow_addresses
from mlops_platform.core.errors import BadInputError
from mlops_platform.core.settings import load_settings


def test_without_an_address_everything_is_under_the_home():
    found = mlflow_addresses(Path("/home/me"))
    assert found.tracking == "sqlite:////home/me/mlflow/mlflow.db"
    assert found.registry == "governed+sqlite:////home/me/mlflow/mlflow.db"
    assert found.artifacts == Path("/home/me/mlflow/artifacts")
    assert found.server is None


def test_a_server_is_asked_for_both_and_keeps_its_own_artifacts():
    found = mlflow_addresses(Path("/home/me"), "https://mlflow.example/")
    assert found.tracking == found.registry == "https://mlflow.example"
    assert (found.server, found.artifacts) == ("https://mlflow.example", None)


@pytest.mark.parametrize(
    "uri", ["postgresql://db/mlflow", "governed+postgresql+psycopg2://db/mlflow"]
)
def test_models_in_a_database_go_through_the_governed_store(uri):
    found = mlflow_addresses(Path("/home/me"), uri)
    assert found.tracking == "postgresql+psycopg2://db/mlflow"
    assert found.registry == "governed+postgresql+psycopg2://db/mlflow"


@pytest.mark.parametrize("uri", ["mlruns", "file:///srv/mlruns", "databricks", "mysql://db/mlflow"])
def test_what_cannot_be_governed_is_refused_without_being_repeated(uri):
    with pytest.raises(BadInputError, match="MLFLOW_TRACKING_URI") as raised:
        mlflow_addresses(Path("/home/me"), uri)
    assert uri not in str(raised.value)


def test_looking_up_an_address_loads_no_mlflow():
    program = (
        "import sys; from mlops_platform.adapters.mlflow_addresses import *;"
        "from pathlib import Path; mlflow_addresses(Path('/x'));"
        "sys.exit('mlflow' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", program], env=os.environ, check=False)
    assert ended.returncode == 0


@pytest.mark.parametrize(
    ("address", "link", "place"),
    [
        ("", "", "http://127.0.0.1:5000"),
        ("http://mlflow:5000", "", "http://mlflow:5000"),
        ("http://mlflow:5000", "https://mlflow.example/", "https://mlflow.example"),
    ],
)
def test_links_lead_where_browsers_find_mlflow(tmp_path, monkeypatch, address, link, place):
    monkeypatch.setenv("MLOPS_PLATFORM_MLFLOW_LINK", link)
    load_settings.cache_clear()
    assert mlflow_addresses(tmp_path, address).page("experiments/1") == f"{place}/#/experiments/1"
    load_settings.cache_clear()
