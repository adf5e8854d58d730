from mlops_platform.core.artifact_kinds import arrays
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content


def test_one_array_and_an_archive_of_them():
    assert arrays.recognize(draw_content("a", b"\x93NUMPY\x01")).name == "numpy"
    data = archive({"x.npy": b"", "y.npy": b""})
    assert arrays.recognize(draw_content("a.npz", data)).name == "numpy_archive"


def test_other_archives_are_none():
    assert arrays.recognize(draw_content("a.npz", archive({"x.npy": b"", "y.txt": b""}))) is None
    assert arrays.recognize(draw_content("a.npz", b"PK\x03\x04")) is None
