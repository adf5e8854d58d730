import os
import subprocess
import sys
from pathlib import Path

from mlops_platform.adapters.mlflow_addresses import mlflow_addresses


def test_without_an_address_everything_is_under_the_home():
    found = mlflow_addresses(Path("/home/me"))
    assert found.tracking == "sqlite:////home/me/mlflow/mlflow.db"
    assert found.registry == "governed+sqlite:////home/me/mlflow/mlflow.db"
    assert found.artifacts == Path("/home/me/mlflow/artifacts")
    assert not found.is_server


def test_a_server_is_asked_for_both_and_keeps_its_own_artifacts():
    found = mlflow_addresses(Path("/home/me"), "https://mlflow.example/")
    assert found.tracking == found.registry == "https://mlflow.example"
    assert (found.is_server, found.artifacts, found.database) == (True, None, None)


def test_models_in_a_database_go_through_the_governed_store():
    found = mlflow_addresses(Path("/home/me"), "postgresql://db/mlflow")
    assert found.registry == "governed+postgresql://db/mlflow"


def test_looking_up_an_address_loads_no_mlflow():
    program = (
        "import sys; from mlops_platform.adapters.mlflow_addresses import *;"
        "from pathlib import Path; mlflow_addresses(Path('/x'));"
        "sys.exit('mlflow' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", program], env=os.environ, check=False)
    assert ended.returncode == 0
