from pathlib import Path

from mlops_platform.core.detectors.monitoring.cloudwatch import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_sending_a_metric_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": (
            "import boto3\n"
            "\n"
            "metrics = boto3.client('cloudwatch')\n"
            "metrics.put_metric_data(Namespace='model', MetricData=[])\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "cloudwatch used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "watchtower\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "cloudwatch not used (declared only): requirements.txt:1"
    )


def test_reading_metrics_is_no_monitoring(tmp_path: Path) -> None:
    files = {
        "watch.py": (
            "import boto3\n\nmetrics = boto3.client('cloudwatch')\nmetrics.list_metrics()\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_the_word_alone_is_none(tmp_path: Path) -> None:
    files = {
        "watch.py": "SERVICE = 'cloudwatch'\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
