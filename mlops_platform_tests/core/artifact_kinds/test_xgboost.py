import pytest

from mlops_platform.core.artifact_kinds import xgboost
from mlops_platform_tests.core.artifact_kinds.files import draw_content


@pytest.mark.parametrize(
    "data",
    [
        b'{"learner":{"attributes":{},"gradient_booster":{}},"version":[3,0,0]}',
        b"{L\x00\x00\x00\x00\x00\x00\x00\x07learner{",
        b"binf\x00\x00",
    ],
)
def test_each_form_is_a_model(data):
    assert xgboost.recognize(draw_content("m", data)).is_model


@pytest.mark.parametrize("data", [b"", b'{"accuracy": 0.9}', b"{L", b'["learner"]'])
def test_other_documents_are_none(data):
    assert xgboost.recognize(draw_content("model.json", data)) is None
