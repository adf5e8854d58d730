from mlops_platform.core.artifact_kinds import onnx
from mlops_platform_tests.core.artifact_kinds.files import draw_content

MODEL = b"\x08\x0a\x12\x07skl2onnx\x1a\x06"


def test_a_model_is_told_by_its_first_fields():
    assert onnx.recognize(draw_content("m.onnx", MODEL)).is_model
    assert onnx.recognize(draw_content("model", MODEL)).sureness == 2


def test_other_files_are_none():
    for path, data in (("m.onnx", b"text"), ("m.onnx", b""), ("m.pb", b"\x08\x0a\x12\x03abc")):
        assert onnx.recognize(draw_content(path, data)) is None
