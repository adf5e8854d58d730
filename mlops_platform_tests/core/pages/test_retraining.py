from pathlib import Path

import pytest

from mlops_platform.core.pages.retraining import retraining_page
from mlops_platform.core.recommend_retraining import TABLE, TRIGGERS
from mlops_platform.core.registry import plugins

PAGE = Path(__file__).parents[3] / "docs" / "retraining.md"


def test_the_committed_page_is_the_generated_one():
    assert PAGE.read_text() == retraining_page(), "run `make docs` and commit the result"


@pytest.mark.parametrize("module", plugins(TRIGGERS), ids=lambda module: module.__name__)
def test_every_trigger_is_there_with_its_text(module):
    text = " ".join(module.__doc__.split())
    name = module.__name__.rpartition(".")[2]
    assert f"* `{name}`: **{text.partition('. ')[0]}.**" in retraining_page()
    assert text.partition(". ")[2] in retraining_page()


@pytest.mark.parametrize("line", TABLE, ids=lambda line: line.case)
def test_every_decision_is_a_line_of_the_table(line):
    assert f"| {line.case} | " in retraining_page()
