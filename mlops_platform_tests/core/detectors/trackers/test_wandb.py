from pathlib import Path

from mlops_platform.core.detectors.trackers.wandb import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "import wandb\n",
    }
    assert sight(tmp_path, detect, files) == "wandb used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "wandb\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "wandb not used (declared only): requirements.txt:1"


def test_a_comment_and_a_string_are_no_use(tmp_path: Path) -> None:
    files = {
        "train.py": "# import wandb\nchoice = \"wandb\"\nprint('import wandb')\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_a_lightning_logger_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from pytorch_lightning.loggers import WandbLogger\n",
    }
    assert sight(tmp_path, detect, files) == "wandb used: train.py:1"


def test_a_callback_of_a_tuner_is_use(tmp_path: Path) -> None:
    files = {
        "tune.py": "from ray.air.integrations.wandb import WandbLoggerCallback\n",
    }
    assert sight(tmp_path, detect, files) == "wandb used: tune.py:1"


def test_a_trainer_that_reports_to_it_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "from transformers import TrainingArguments\n"
            "\n"
            "TrainingArguments('out', report_to='wandb')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "wandb used: train.py:3"


def test_a_guarded_import_is_optional(tmp_path: Path) -> None:
    files = {
        "train.py": "try:\n    import wandb\nexcept ImportError:\n    wandb = None\n",
    }
    assert sight(tmp_path, detect, files) == "wandb used (optional): train.py:2"


def test_tests_alone_track_nothing(tmp_path: Path) -> None:
    files = {
        "tests/test_it.py": "import wandb\n\n\ndef test_it():\n    assert wandb\n",
    }
    assert sight(tmp_path, detect, files) == "wandb not used (in tests only): tests/test_it.py:1"
