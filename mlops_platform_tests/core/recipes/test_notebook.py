import json

from mlops_platform_tests.core.plans import ROWS, TRAIN, plan_of


def book(*cells):
    code = [
        {"cell_type": "code", "source": c, "outputs": [], "metadata": {}, "execution_count": None}
        for c in cells
    ]
    return json.dumps({"cells": code, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def test_a_notebook_is_executed_in_its_folder_into_a_copy(tmp_path):
    found = plan_of(tmp_path, {"work/model.ipynb": book(TRAIN), "work/data/rows.csv": ROWS})
    (step,) = found.steps
    assert step.recipe == "notebook"
    assert step.working_directory == "work"
    assert step.arguments[:2] == ("python", "-c")
    assert step.arguments[3:] == ("model.ipynb", "model.executed.ipynb")
    assert {"nbclient", "ipykernel", "pandas", "scikit-learn"} <= set(
        found.environment.requirements
    )
