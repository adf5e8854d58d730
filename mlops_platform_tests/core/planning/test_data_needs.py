from mlops_platform.core.causes import Cause
from mlops_platform_tests.core.plans import PLAIN, TRAIN, planning

LFS = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)


def test_a_pointer_of_git_lfs_is_missing_data(tmp_path):
    found = planning(tmp_path, {**PLAIN, "data/rows.csv": LFS})
    assert found.cause == Cause.DATA_MISSING
    assert "git lfs pull" in found.next_action
    assert found.evidence[0].path == "train.py"


def test_a_pointer_that_the_command_names_is_missing_data(tmp_path):
    code = "import sys\n" + TRAIN.replace('"data/rows.csv"', "sys.argv[1]")
    readme = "```\npython train.py data/rows.csv\n```\n"
    found = planning(tmp_path, {"train.py": code, "README.md": readme, "data/rows.csv": LFS})
    assert found.cause == Cause.DATA_MISSING


def test_a_pointer_that_the_training_does_not_read_is_nobodys_business(tmp_path):
    assert planning(tmp_path, {**PLAIN, "data/other.csv": LFS}).cause == ""


def test_a_table_that_another_program_writes_is_not_called_missing(tmp_path):
    files = {"train.py": TRAIN, "make.py": "import pandas as pd\nprint('data/rows.csv')\n"}
    assert planning(tmp_path, files).cause == ""


def test_a_table_in_another_folder_is_not_called_missing(tmp_path):
    assert planning(tmp_path, {"train.py": TRAIN, "raw/rows.csv": "a,y\n1,0\n"}).cause == ""
