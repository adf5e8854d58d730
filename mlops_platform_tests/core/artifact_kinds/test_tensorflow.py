import pytest

from mlops_platform.core.artifact_kinds import tensorflow
from mlops_platform_tests.core.artifact_kinds.files import draw_content


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("m/saved_model.pb", b"\x08\x01", ("tensorflow_saved_model", True)),
        ("m/variables/variables.index", b"", ("tensorflow_checkpoint", False)),
        ("ckpt/model.ckpt-100.data-00000-of-00001", b"", ("tensorflow_checkpoint", False)),
        ("m.tflite", b"\x1c\x00\x00\x00TFL3", ("tflite", True)),
    ],
)
def test_each_part_is_told(path, data, expected):
    kind = tensorflow.recognize(draw_content(path, data))
    assert (kind.name, kind.is_model) == expected


@pytest.mark.parametrize("path", ["saved_model.pb", "variables.index", "ckpt.txt"])
def test_other_files_are_none(path):
    assert tensorflow.recognize(draw_content(path, b"text")) is None
