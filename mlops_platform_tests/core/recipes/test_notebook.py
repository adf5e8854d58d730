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


def test_numbered_notebooks_before_it_run_first_where_they_make_what_it_reads(tmp_path):
    files = {
        "01_clean.ipynb": book("import pandas as pd\npd.DataFrame().to_csv('data/rows.csv')\n"),
        "02_plots.ipynb": book("print(1)\n"),
        "03_model.ipynb": book(TRAIN),
    }
    found = plan_of(tmp_path, files)
    assert [step.arguments[3] for step in found.steps] == ["01_clean.ipynb", "03_model.ipynb"]
    assert [step.purpose for step in found.steps] == ["prepare", "train"]


def test_numbers_alone_are_no_reason_to_run_others_first(tmp_path):
    files = {
        "01_clean.ipynb": book("print(1)\n"),
        "03_model.ipynb": book(TRAIN),
        "data/rows.csv": ROWS,
    }
    assert len(plan_of(tmp_path, files).steps) == 1


def test_a_notebook_that_imports_from_the_root_finds_it(tmp_path):
    files = {
        "work/model.ipynb": book("from helper.rows import NAME\n" + TRAIN),
        "work/data/rows.csv": ROWS,
        "helper/__init__.py": "",
        "helper/rows.py": "import yaml\nNAME = 1\n",
    }
    found = plan_of(tmp_path, files)
    assert found.import_paths == (".",)
    assert "pyyaml" in found.environment.requirements
