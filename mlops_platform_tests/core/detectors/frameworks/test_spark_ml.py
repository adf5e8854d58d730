from pathlib import Path

from mlops_platform.core.detectors.frameworks.spark_ml import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from pyspark.ml.classification import LogisticRegression\n",
    }
    assert sight(tmp_path, detect, files) == "spark ml used: train.py:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": ("# import pyspark\nchoice = \"pyspark\"\nprint('import pyspark')\n"),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_spark_without_its_models_is_no_machine_learning(tmp_path: Path) -> None:
    files = {
        "etl.py": "from pyspark.sql import SparkSession\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
