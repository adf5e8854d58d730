from mlops_platform.core.artifact_kinds import notebooks
from mlops_platform_tests.core.artifact_kinds.files import draw_content


def test_a_notebook_is_surer_with_its_cells():
    assert notebooks.recognize(draw_content("a.ipynb", b'{"cells": []}')).sureness == 2
    assert notebooks.recognize(draw_content("a.ipynb", b"broken")).sureness == 1


def test_other_documents_are_none():
    assert notebooks.recognize(draw_content("a.json", b'{"cells": []}')) is None
