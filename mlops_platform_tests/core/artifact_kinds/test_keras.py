from mlops_platform.core.artifact_kinds import keras
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content

HDF5 = b"\x89HDF\r\n\x1a\n" + bytes(100)


def test_the_archive_is_told_by_its_members():
    data = archive({"config.json": b"{}", "metadata.json": b"{}", "model.weights.h5": HDF5})
    kind = keras.recognize(draw_content("best", data))
    assert (kind.name, kind.is_model) == ("keras", True)


def test_hdf5_is_a_model_where_its_groups_or_its_name_say_so():
    for path, data in (("m.h5", HDF5 + b"model_weights"), ("w.weights.h5", HDF5)):
        kind = keras.recognize(draw_content(path, data))
        assert (kind.name, kind.is_model) == ("keras_hdf5", True)


def test_other_hdf5_is_data():
    kind = keras.recognize(draw_content("rows.h5", HDF5))
    assert (kind.name, kind.is_model) == ("hdf5", False)


def test_other_files_are_none():
    assert keras.recognize(draw_content("m.keras", archive({"config.json": b"{}"}))) is None
    assert keras.recognize(draw_content("m.h5", b"text")) is None
