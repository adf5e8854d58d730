from pathlib import Path

from mlops_platform.core.detectors.monitoring.cloudwatch import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_client_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "import boto3\n\nmetrics = boto3.client('cloudwatch')\n",
    }
    assert sight(tmp_path, detect, files) == "cloudwatch used: watch.py:3"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "watchtower\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "cloudwatch not used (declared only): requirements.txt:1"
    )


def test_a_client_of_another_service_is_none(tmp_path: Path) -> None:
    files = {
        "watch.py": "import boto3\n\nstore = boto3.client('s3')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "watch.py": "SERVICE = 'cloudwatch'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
