from mlops_platform.core.causes import Cause
from mlops_platform_tests.core.plans import PLAIN, ROWS, TRAIN, commands, plan_of, planning


def test_a_script_is_started_from_the_root(tmp_path):
    found = plan_of(tmp_path, PLAIN)
    assert commands(found) == ["train: python train.py @ ."]
    assert found.steps[0].recipe == "python_script"
    assert ("MPLBACKEND", "Agg") in found.variables


def test_a_script_is_started_from_its_folder_where_its_files_are_found(tmp_path):
    files = {"src/train.py": TRAIN, "src/data/rows.csv": ROWS}
    assert commands(plan_of(tmp_path, files)) == ["train: python train.py @ src"]


def test_a_required_argument_takes_the_one_data_file(tmp_path):
    start = "import argparse\np = argparse.ArgumentParser()\n"
    text = start + 'p.add_argument("--data", required=True)\nargs = p.parse_args()\n' + TRAIN
    found = plan_of(tmp_path, {"train.py": text, "data/rows.csv": ROWS})
    assert commands(found) == ["train: python train.py --data data/rows.csv @ ."]


def test_an_argument_that_nothing_tells_is_named_and_never_invented(tmp_path):
    start = "import argparse\np = argparse.ArgumentParser()\n"
    text = start + 'p.add_argument("--secret-level", required=True)\np.parse_args()\n' + TRAIN
    found = planning(tmp_path, {"train.py": text, "data/rows.csv": ROWS})
    assert found.cause == Cause.ARGUMENT_UNKNOWN
    assert "--secret-level" in found.because
    assert "--train" in found.next_action
