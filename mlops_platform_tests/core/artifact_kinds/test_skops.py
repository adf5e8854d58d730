import json

import pytest

from mlops_platform.core.artifact_kinds import skops
from mlops_platform_tests.core.artifact_kinds.files import archive, draw_content


def saved(*classes):
    steps = [{"__class__": name, "__module__": module} for module, name in classes]
    schema = {"__class__": "Pipeline", "__module__": "sklearn.pipeline", "content": steps}
    return archive({"schema.json": json.dumps(schema).encode(), "1.npy": b"x"})


def test_a_model_is_told_by_the_classes_of_its_schema():
    data = saved(
        ("sklearn.preprocessing._data", "StandardScaler"), ("sklearn.tree._classes", "Tree")
    )
    kind = skops.recognize(draw_content("model", data))
    assert (kind.name, kind.is_model, kind.note) == ("skops", True, "Tree")


def test_what_prepares_data_is_no_model():
    kind = skops.recognize(
        draw_content("s.skops", saved(("sklearn.preprocessing._data", "StandardScaler")))
    )
    assert not kind.is_model


@pytest.mark.parametrize("schema", [b"", b"{", b"[]", b"{}", b"[" * 100_000])
def test_other_archives_are_none(schema):
    assert skops.recognize(draw_content("m.skops", archive({"schema.json": schema}))) is None
