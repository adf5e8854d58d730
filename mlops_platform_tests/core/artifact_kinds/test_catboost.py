from mlops_platform.core.artifact_kinds import catboost
from mlops_platform_tests.core.artifact_kinds.files import draw_content


def test_a_model_is_told_by_its_mark():
    assert catboost.recognize(draw_content("m", b"CBM1\x00\x00")).is_model


def test_other_files_are_none():
    assert catboost.recognize(draw_content("m.cbm", b"CBM")) is None
