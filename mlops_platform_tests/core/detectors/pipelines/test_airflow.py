from pathlib import Path

from mlops_platform.core.detectors.pipelines.airflow import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "dags/train.py": "from airflow import DAG\n",
    }
    assert sight(tmp_path, detect, files) == "airflow used: dags/train.py:1"


def test_its_image_is_use(tmp_path: Path) -> None:
    files = {
        "Dockerfile": "FROM quay.io/astronomer/astro-runtime:5.0.6\n",
    }
    assert sight(tmp_path, detect, files) == "airflow used: Dockerfile:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "apache-airflow\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "airflow not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "airflow.py": "rows = []\n",
        "train.py": "from airflow import DAG\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
