from mlops_platform.core.artifact_kinds import other_models
from mlops_platform_tests.core.artifact_kinds.files import draw_content


def test_each_mark_is_known():
    for path, data, name in (
        ("m", b"GGUF\x03", "gguf"),
        ("m.bin", b"\xba\x16\x4f\x2f\x0c", "fasttext"),
        ("m.pmml", b"<?xml version='1.0'?><PMML version='4.4'>", "pmml"),
    ):
        kind = other_models.recognize(draw_content(path, data))
        assert (kind.name, kind.is_model) == (name, True)


def test_other_files_are_none():
    assert other_models.recognize(draw_content("m.pmml", b"<xml>")) is None
    assert other_models.recognize(draw_content("m.xml", b"<PMML>")) is None
