import pytest

from mlops_platform.core.artifact_kinds import pictures
from mlops_platform_tests.core.artifact_kinds.files import draw_content


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("roc", b"\x89PNG\r\n\x1a\n", "png"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "jpeg"),
        ("a.gif", b"GIF89a", "gif"),
        ("a", b"RIFF\x00\x00\x00\x00WEBPVP8", "webp"),
        ("a.svg", b"<?xml?><svg>", "svg"),
    ],
)
def test_each_picture_is_known(path, data, name):
    assert pictures.recognize(draw_content(path, data)).name == name


def test_other_files_are_none():
    for path, data in (("a.png", b"text"), ("a.wav", b"RIFF\x00\x00\x00\x00WAVE"), ("a.svg", b"x")):
        assert pictures.recognize(draw_content(path, data)) is None
