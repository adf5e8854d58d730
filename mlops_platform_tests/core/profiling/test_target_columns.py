import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.profiling.target_columns import find_target_columns
from mlops_platform_tests.drawing import draw_checkout


@pytest.mark.parametrize(
    ("code", "column"),
    [
        ('y = data["price"]', "price"),
        ("y_train = train.pop('price')", "price"),
        ('TARGET = "price"', "price"),
        ('fit(df, target_col="price")', "price"),
        ('label: "price"', "price"),
    ],
)
def test_the_code_names_its_target(tmp_path, code, column):
    checkout = draw_checkout(tmp_path, {"train.py": f"{code}\n"})
    assert find_target_columns(checkout, read_repository(checkout)) == {column}


def test_a_notebook_does_too(tmp_path):
    cell = r"""{"cells": [{"source": ["y = df[\"price\"]\n"]}]}"""
    checkout = draw_checkout(tmp_path, {"a.ipynb": cell})
    assert find_target_columns(checkout, read_repository(checkout)) == {"price"}


@pytest.mark.parametrize("code", ['x = data["price"]', "display = df['a']", "y = f('a')"])
def test_other_columns_are_no_target(tmp_path, code):
    checkout = draw_checkout(tmp_path, {"train.py": f"{code}\n"})
    assert find_target_columns(checkout, read_repository(checkout)) == frozenset()


def test_tests_do_not_speak_for_the_project(tmp_path):
    checkout = draw_checkout(tmp_path, {"tests/test_a.py": 'y = data["price"]\n'})
    assert find_target_columns(checkout, read_repository(checkout)) == frozenset()
