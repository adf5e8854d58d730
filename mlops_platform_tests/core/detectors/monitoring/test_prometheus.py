from pathlib import Path

from mlops_platform.core.detectors.monitoring.prometheus import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "watch.py": "from prometheus_client import Counter\n",
    }
    assert sight(tmp_path, detect, files) == "prometheus used: watch.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "prometheus-client\n",
        "train.py": "import json\n",
    }
    assert (
        sight(tmp_path, detect, files) == "prometheus not used (declared only): requirements.txt:1"
    )


def test_a_name_that_begins_alike_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "import prometheus_client_of_ours\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_its_settings_are_use(tmp_path: Path) -> None:
    files = {
        "monitoring/prometheus.yml": "scrape_configs: []\n",
    }
    assert sight(tmp_path, detect, files) == "prometheus used: monitoring/prometheus.yml"
