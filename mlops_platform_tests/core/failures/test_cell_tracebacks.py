"""Tests of tracebacks that a notebook leaves."""

import pytest

from mlops_platform.core.explain import explain
from mlops_platform.core.failures.tracebacks import read_tracebacks
from mlops_platform.core.repair import repair
from mlops_platform_tests.core.failures.failing import plan, printed, ran


def test_the_exception_of_the_cell_comes_last() -> None:
    case = ran(printed("nb_key"))
    kinds = [each.kind for each in case.failure.raised]
    assert kinds == ["CellExecutionError", "KeyError"]
    error = case.failure.raised[-1]
    assert error.message == "'b'"
    assert [(frame.path, frame.line, frame.code) for frame in error.frames] == [
        ("Cell In[2]", 2, "f(x)"),
        ("Cell In[1]", 2, 'return d["b"]'),
    ]


@pytest.mark.parametrize(
    ("log", "because"),
    [
        ("nb_key", "Cell In[1]:2: KeyError: 'b'"),
        ("nb_data", "`data/train.csv` is not in the repository"),
        ("nb_mod", "imports `yaml2_nope` (Cell In[2]:2)"),
    ],
)
def test_it_is_explained_like_any_other(log: str, because: str) -> None:
    assert because in explain(ran(printed(log))).because


def test_it_is_repaired_like_any_other() -> None:
    mended = repair(ran(printed("nb_folder"), plan("pandas")))
    assert mended is not None
    assert mended.folders == ("results",)


def test_without_a_notebook_there_is_none() -> None:
    assert len(read_tracebacks(printed("own_key").splitlines())) == 1
