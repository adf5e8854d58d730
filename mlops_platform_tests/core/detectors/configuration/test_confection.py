from pathlib import Path

from mlops_platform.core.detectors.configuration.confection import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_settings_of_a_pipeline_are_configuration(tmp_path: Path) -> None:
    files = {
        "configs/config.cfg": "[nlp]\nlang = en\n\n[training]\nseed = 0\n",
    }
    assert sight(tmp_path, detect, files) == "confection used: configs/config.cfg:4"


def test_another_training_section_is_something_else(tmp_path: Path) -> None:
    files = {
        "setup.cfg": "[training]\nseed = 0\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_no_settings_are_none(tmp_path: Path) -> None:
    files = {
        "train.py": "import spacy\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
