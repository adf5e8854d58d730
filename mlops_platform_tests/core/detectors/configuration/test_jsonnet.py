from pathlib import Path

from mlops_platform.core.detectors.configuration.jsonnet import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_files_of_experiments_are_configuration(tmp_path: Path) -> None:
    files = {"configs/net.jsonnet": "{}\n", "configs/base.libsonnet": "{}\n"}
    assert sight(tmp_path, detect, files) == "jsonnet used: configs/net.jsonnet"


def test_dashboards_are_none(tmp_path: Path) -> None:
    files = {"config/grafana/load.jsonnet": "{}\n", "deploy/service.jsonnet": "{}\n"}
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_word_in_a_comment_is_none(tmp_path: Path) -> None:
    assert sight(tmp_path, detect, {"train.py": "# configs/net.jsonnet\n"}) == "nothing"
