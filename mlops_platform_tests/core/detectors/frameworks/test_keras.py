from pathlib import Path

from mlops_platform.core.detectors.frameworks.keras import detect
from mlops_platform_tests.core.detectors.sightings import sight


def test_an_import_is_use(tmp_path: Path) -> None:
    files = {
        "train.py": "from keras.layers import Dense\n",
    }
    assert sight(tmp_path, detect, files) == "keras used: train.py:1"


def test_a_declaration_is_not_use(tmp_path: Path) -> None:
    files = {
        "requirements.txt": "keras\n",
        "train.py": "import json\n",
    }
    assert sight(tmp_path, detect, files) == "keras not used (declared only): requirements.txt:1"


def test_a_local_module_of_that_name_is_something_else(tmp_path: Path) -> None:
    files = {
        "keras.py": "rows = []\n",
        "train.py": "from keras.layers import Dense\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"


def test_keras_inside_tensorflow_is_keras(tmp_path: Path) -> None:
    files = {
        "train.py": "from tensorflow import keras\n",
    }
    assert sight(tmp_path, detect, files) == "keras used: train.py:1"


def test_a_call_through_tensorflow_is_keras(tmp_path: Path) -> None:
    files = {
        "train.py": "import tensorflow as tf\n\nmodel = tf.keras.Sequential()\n",
    }
    assert sight(tmp_path, detect, files) == "keras used: train.py:3"


def test_tensorflow_without_keras_is_not_keras(tmp_path: Path) -> None:
    files = {
        "train.py": "import tensorflow as tf\n\nx = tf.constant(1)\n",
    }
    assert sight(tmp_path, detect, files) == "nothing"
