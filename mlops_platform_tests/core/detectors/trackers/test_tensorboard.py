from pathlib import Path

from mlops_platform.core.detectors.trackers.tensorboard import detect
from mlops_platform_tests.core.detectors.sightings import notebook, sight


def test_the_writer_of_pytorch_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from torch.utils.tensorboard import SummaryWriter\n",
    }
    assert sight(tmp_path, detect, files) == "tensorboard used: train.py:1"


def test_a_callback_of_keras_in_a_notebook_is_use(tmp_path: Path) -> None:
    files = {
        "train.ipynb": notebook(
            "import tensorflow as tf\n\ntb = tf.keras.callbacks.TensorBoard('logs')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "tensorboard used: train.ipynb[2]:3"


def test_a_lightning_logger_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": (
            "import pytorch_lightning as pl\n\nlogger = pl.loggers.TensorBoardLogger('logs')\n"
        ),
    }
    assert sight(tmp_path, detect, files) == "tensorboard used: train.py:3"


def test_a_writer_that_a_training_library_wraps_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from frame.helpers.tensorboard import FirstRankSummaryWriter\n",
    }
    assert sight(tmp_path, detect, files) == "tensorboard used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "tensorboard\n",
        "train.py": "import torch\n",
    }
    assert (
        sight(tmp_path, detect, files) == "tensorboard not used (declared only): requirements.txt:1"
    )


def test_the_other_writer_is_something_else(tmp_path: Path) -> None:
    files = {
        "train.py": "from tensorboardX import SummaryWriter\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
