from mlops_platform.core.artifact_kinds import lightgbm
from mlops_platform_tests.core.artifact_kinds.files import draw_content


def test_a_model_is_told_by_its_first_lines():
    for data in ("tree\nversion=v4\nnum_class=1\n", "tree\r\nversion=v3\r\n"):
        assert lightgbm.recognize(draw_content("model.txt", data)).is_model


def test_other_texts_are_none():
    for data in ("", "tree", "tree\nof knowledge", "a tree\nversion=v4"):
        assert lightgbm.recognize(draw_content("model.txt", data)) is None
