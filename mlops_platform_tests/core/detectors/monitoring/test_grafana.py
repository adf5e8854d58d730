from pathlib import Path

from mlops_platform.core.detectors.monitoring.grafana import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_its_image_is_use(tmp_path: Path) -> None:
    files = {
        "docker-compose.yml": "services:\n  grafana:\n    image: grafana/grafana:11.0.0\n",
    }
    assert sight(tmp_path, detect, files) == "grafana used: docker-compose.yml"


def test_a_dashboard_is_use(tmp_path: Path) -> None:
    files = {
        "grafana/dashboards/model.json": "{}\n",
    }
    assert sight(tmp_path, detect, files) == "grafana used: grafana/dashboards/model.json"


def test_another_image_is_something_else(tmp_path: Path) -> None:
    files = {
        "docker-compose.yml": "services:\n  grafana:\n    image: acme/grafana-exporter\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_page_about_it_is_none(tmp_path: Path) -> None:
    files = {
        "grafana.md": "# Grafana\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
