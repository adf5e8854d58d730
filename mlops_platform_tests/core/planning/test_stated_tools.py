import pytest

from mlops_platform.core.run_plan import RunRequest
from mlops_platform_tests.core.plans import PLAIN, commands, plan_of

FILES = {
    **PLAIN,
    "prepare.py": "print(1)\n",
    "Makefile": "all:\n\tpython prepare.py\ntrain: all\n\techo start\n\tpython train.py --fast\n",
    "dvc.yaml": "stages:\n"
    "  first: {cmd: python prepare.py, outs: [x.csv]}\n"
    "  train: {cmd: python train.py --dvc, deps: [x.csv]}\n",
    "MLproject": "entry_points:\n"
    "  main: {command: python train.py --main}\n"
    "  other: {command: python prepare.py --other}\n",
}


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("make train", ["prepare: python prepare.py @ .", "train: python train.py --fast @ ."]),
        ("make -j2", ["train: python prepare.py @ ."]),
        ("dvc repro", ["prepare: python prepare.py @ .", "train: python train.py --dvc @ ."]),
        ("dvc repro first", ["train: python prepare.py @ ."]),
        ("mlflow run .", ["train: python train.py --main @ ."]),
        ("mlflow run . -e other", ["train: python prepare.py --other @ ."]),
        ("python train.py", ["train: python train.py @ ."]),
    ],
)
def test_what_a_tool_would_run_is_run(tmp_path, stated, expected):
    assert commands(plan_of(tmp_path, FILES, RunRequest(train_command=stated))) == expected


def test_a_target_that_is_not_there_is_left_to_the_tool(tmp_path):
    found = plan_of(tmp_path, PLAIN, RunRequest(train_command="make train"))
    assert commands(found) == ["train: make train @ ."]
