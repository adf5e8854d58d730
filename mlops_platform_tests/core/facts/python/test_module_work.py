"""Top-level code that works, and top-level code that only defines."""

import pytest

from mlops_platform_tests.core.facts.reading_code import index

WORK = [
    ("df = pd.read_csv('x')", True),
    ("for x in y: f(x)", True),
    ("print('x')", True),
    ("def f(): print('x')", False),
    ("import logging\nlog = logging.getLogger(__name__)", False),
    ("from fastapi import FastAPI\napp = FastAPI()", False),
    ("'''Only words.'''\nX = 1\nY = [1, 2]", False),
    ("if __name__ == '__main__':\n  train()", False),
    ("try:\n  import a\nexcept ImportError:\n  a = None", False),
    ("import os\nHERE = os.path.dirname(__file__)", False),
    ("if True:\n  train()", True),
]


@pytest.mark.parametrize(("source", "is_work"), WORK)
def test_module_level_work_is_more_than_defining(source: str, is_work: bool) -> None:
    assert index(f"import pandas as pd\n{source}").module_level_work is is_work
