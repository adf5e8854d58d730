from pathlib import Path

from mlops_platform.core.detectors.containers.helm import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_a_chart_is_use(tmp_path: Path) -> None:
    files = {
        "charts/api/Chart.yaml": "apiVersion: v2\nname: api\n",
    }
    assert sight(tmp_path, detect, files) == "helm used: charts/api/Chart.yaml"


def test_no_chart_is_none(tmp_path: Path) -> None:
    files = {
        "k8s/app.yaml": "kind: Deployment\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_plot_is_something_else(tmp_path: Path) -> None:
    files = {
        "plots/MyChart.yaml": "kind: bar\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
