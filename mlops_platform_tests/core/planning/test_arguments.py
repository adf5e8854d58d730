import pytest

from mlops_platform.core.causes import Cause
from mlops_platform_tests.core.plans import ROWS, TRAIN, planning

START = "import argparse\np = argparse.ArgumentParser()\n"


def planned(tmp_path, argument, **others):
    code = f"{START}p.add_argument({argument})\nargs = p.parse_args()\n{TRAIN}"
    return planning(tmp_path, {"train.py": code, "data/rows.csv": ROWS, **others})


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("'--data', required=True", "--data data/rows.csv"),
        ("'csv_path'", "data/rows.csv"),
        ("'--train-file', required=True", "--train-file data/rows.csv"),
        ("'--data-dir', required=True", "--data-dir data"),
        ("'--output-dir', required=True", "--output-dir outputs"),
        ("'--kind', required=True, choices=['a', 'b']", "--kind a"),
        ("'mode', choices=['predict', 'train-all']", "train-all"),
        ("'--config', required=True", "--config configs/main.yaml"),
    ],
)
def test_names_choices_and_files_tell_values(tmp_path, argument, expected):
    found = planned(tmp_path, argument, **{"configs/main.yaml": "a: 1\n"})
    assert found.cause == "", found.because
    assert found.plan is not None
    assert " ".join(found.plan.steps[0].arguments) == f"python train.py {expected}"


def test_a_folder_for_outputs_is_made(tmp_path):
    found = planned(tmp_path, "'--output-dir', required=True")
    assert found.plan is not None
    assert found.plan.folders == ("outputs",)


@pytest.mark.parametrize(
    "argument",
    ["'--token', required=True", "'name'", "'--epochs', type=int, required=True"],
)
def test_nothing_is_invented(tmp_path, argument):
    assert planned(tmp_path, argument).cause == Cause.ARGUMENT_UNKNOWN


def test_two_files_that_fit_are_no_answer(tmp_path):
    found = planned(tmp_path, "'--data', required=True", **{"data/more.csv": ROWS})
    assert found.cause == Cause.ARGUMENT_UNKNOWN


def test_where_a_value_comes_from_is_said(tmp_path):
    found = planned(tmp_path, "'--data', required=True")
    assert found.plan is not None
    assert "--data is required, and data/rows.csv is what fits it" in found.plan.steps[0].because


def test_a_documented_command_is_run_as_it_is_written(tmp_path):
    code = (
        f"{START}p.add_argument('--kind')\nargs = p.parse_args()\n"
        f"KINDS = {{'a': 1}}\nprint(KINDS[args.kind])\n{TRAIN}"
    )
    files = {"train.py": code, "data/rows.csv": ROWS}
    found = planning(tmp_path, files)
    assert found.plan is not None
    assert found.plan.steps[0].arguments == ("python", "train.py", "--kind", "a")
    found = planning(tmp_path, {**files, "README.md": "```\npython train.py\n```\n"})
    assert found.plan is not None
    assert found.plan.steps[0].arguments == ("python", "train.py")
