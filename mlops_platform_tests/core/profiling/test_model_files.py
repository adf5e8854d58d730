"""Which calls write or read a model, and which write something else."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.model_files import loads_model, saves_model
from mlops_platform_tests.drawing import draw_checkout


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import torch\ntorch.save(1, 'x.pt')", True),
        ("import pickle\npickle.dump(1, open('model.pkl', 'wb'))", True),
        ("import pickle\nwith open('clf.pkl', 'wb') as f:\n    pickle.dump(1, f)", True),
        ("import pickle\nwith open('meta.pkl', 'wb') as f:\n    pickle.dump(1, f)", False),
        ("import pickle\nwith open(path, 'wb') as f:\n    pickle.dump(1, f)", True),
        ("import joblib\njoblib.dump(1, 'rows.pkl')", False),
        ("import json\njson.dump(1, f)", False),
        ("from keras import Sequential\nnet = Sequential()\nnet.save('out')", True),
        ("net.save('net.keras')", True),
        ("import tensorflow as tf\nkeep = tf.keras.callbacks.ModelCheckpoint('w')", True),
        ("import tensorflow as tf\nstop = tf.keras.callbacks.EarlyStopping()", False),
        ("figure.save('figure.png')", False),
        ("from ours import StateCheckPoint\nkeep = StateCheckPoint('out')\nkeep.save(1)", True),
        ("from orbax import CheckpointManager\nCheckpointManager('out').save(1, 2)", True),
        ("from ours import Report\nReport('out').save(1)", False),
    ],
)
def test_saving(tmp_path: Path, code: str, expected: bool) -> None:
    (file,) = read_checkout(draw_checkout(tmp_path, {"a.py": code})).code.files
    assert any(saves_model(call, file) for call in file.calls) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import joblib\njoblib.load('models/model.pkl')", True),
        ("import pickle\nwords = pickle.load(open('words.pkl', 'rb'))", False),
        ("import onnxruntime\nonnxruntime.InferenceSession('x')", True),
        ("import json\njson.load(f)", False),
    ],
)
def test_loading(tmp_path: Path, code: str, expected: bool) -> None:
    (file,) = read_checkout(draw_checkout(tmp_path, {"a.py": code})).code.files
    assert any(loads_model(call, file) for call in file.calls) is expected
