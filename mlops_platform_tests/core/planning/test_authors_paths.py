import pytest

from mlops_platform.core.run_plan import PathMapping
from mlops_platform_tests.core.plans import ROWS, TRAIN, plan_of, planning


def mapped(tmp_path, path):
    code = TRAIN.replace("data/rows.csv", path)
    return planning(tmp_path, {"train.py": code, "data/rows.csv": ROWS}).plan


def test_a_folder_of_the_author_stands_for_the_root(tmp_path):
    plan = mapped(tmp_path, "/home/ann/Desktop/churn/data/rows.csv")
    assert plan.path_mappings == (PathMapping(path="/home/ann/Desktop/churn", target="."),)
    assert "/home/ann/Desktop/churn stands for the repository" in plan.steps[-1].because


@pytest.mark.parametrize(
    "path",
    [
        "data/rows.csv",
        "/kaggle/input/rows.csv",
        "/etc/passwd/data/rows.csv",
        "/data/rows.csv",
        "/home/ann/../bob/data/rows.csv",
        "/home/ann/churn/other/rows2.csv",
    ],
)
def test_other_paths_stand_for_nothing(tmp_path, path):
    assert mapped(tmp_path, path).path_mappings == ()


def test_a_path_in_code_that_is_not_started_counts_for_nothing(tmp_path):
    files = {
        "train.py": TRAIN,
        "data/rows.csv": ROWS,
        "other.py": "x = '/home/ann/churn/data/rows.csv'\n",
    }
    assert plan_of(tmp_path, files).path_mappings == ()
