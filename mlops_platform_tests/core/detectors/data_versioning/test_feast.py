from pathlib import Path

from mlops_platform.core.detectors.data_versioning.feast import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_store_file_is_use(tmp_path: Path) -> None:
    files = {
        "features/feature_store.yaml": "project: churn\n",
    }
    assert sight(tmp_path, detect, files) == "feast used: features/feature_store.yaml"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "feast\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "feast not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "feast.py": "rows = []\n",
        "train.py": "from feast import FeatureStore\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
