from mlops_platform.core.causes import Cause
from mlops_platform.core.run_plan import Limits, Purpose, RunRequest
from mlops_platform_tests.core.plans import PLAIN, ROWS, TRAIN, commands, plan_of, planning

BOTH = RunRequest(purposes=(Purpose.TRAIN, Purpose.EVALUATE))
EVALUATE = """
import joblib
import pandas as pd
from sklearn.metrics import accuracy_score

df = pd.read_csv("data/rows.csv")
model = joblib.load("model.pkl")
print(accuracy_score(df["y"], model.predict(df[["a"]])))
"""
FETCH = "from sklearn.datasets import fetch_openml\nfetch_openml('adult')\n"


def test_training_comes_before_evaluation(tmp_path):
    found = plan_of(tmp_path, {**PLAIN, "evaluate.py": EVALUATE}, BOTH)
    assert commands(found) == ["train: python train.py @ .", "evaluate: python evaluate.py @ ."]
    assert "joblib" in found.environment.requirements


def test_what_trains_and_evaluates_in_one_runs_once(tmp_path):
    assert commands(plan_of(tmp_path, PLAIN, BOTH)) == ["train: python train.py @ ."]


def test_what_was_evaluated_in_training_is_not_run_again(tmp_path):
    found = planning(tmp_path, PLAIN, RunRequest(purposes=(Purpose.EVALUATE,)))
    assert (found.plan, found.cause) == (None, Cause.NOTHING_TO_EVALUATE)
    assert "train.py evaluates what it trains" in found.because


def test_an_evaluation_alone_begins_with_what_training_left(tmp_path):
    pipeline = (
        "stages:\n"
        "  train: {cmd: python train.py, deps: [data/rows.csv], outs: [model.pkl]}\n"
        "  evaluate: {cmd: python evaluate.py, deps: [model.pkl]}\n"
    )
    files = {**PLAIN, "evaluate.py": EVALUATE, "dvc.yaml": pipeline}
    found = plan_of(tmp_path, files, RunRequest(purposes=(Purpose.EVALUATE,)))
    assert commands(found) == ["evaluate: python evaluate.py @ ."]


def test_what_lacks_for_certain_leaves_a_plan_to_look_at_only(tmp_path):
    start = "import argparse\np = argparse.ArgumentParser()\n"
    code = start + 'p.add_argument("--level", required=True)\np.parse_args()\n' + TRAIN
    found = planning(tmp_path, {"train.py": code, "data/rows.csv": ROWS})
    assert found.plan is None
    assert commands(found.alternatives[0]) == ["train: python train.py @ ."]


def test_alternatives_are_other_ways_to_train(tmp_path):
    found = planning(tmp_path, {**PLAIN, "old/train.py": TRAIN})
    assert [commands(each) for each in found.alternatives] == [
        ["train: python old/train.py @ ."],
    ]


def test_the_limits_that_were_asked_for_are_in_the_plan(tmp_path):
    limits = Limits(run_seconds=7, cpus=1.0)
    assert plan_of(tmp_path, PLAIN, RunRequest(limits=limits)).limits == limits


def test_a_download_is_needed_unless_the_network_is_allowed(tmp_path):
    files = {"train.py": FETCH + TRAIN, "data/rows.csv": ROWS}
    found = planning(tmp_path, files)
    assert found.cause == Cause.DOWNLOAD_NEEDED
    assert "sklearn.datasets.fetch_openml" in found.because
    assert "--network bridge" in found.next_action
    assert found.evidence[0].line == 2
    open_network = RunRequest(limits=Limits(network="bridge"))
    assert planning(tmp_path, files, open_network).cause == ""


def test_a_way_that_can_be_gone_is_preferred_to_one_that_cannot(tmp_path):
    files = {"a/train.py": FETCH + TRAIN, "b/train.py": TRAIN, "data/rows.csv": ROWS}
    found = planning(tmp_path, files)
    assert found.cause == ""
    assert found.plan
    assert commands(found.plan) == ["train: python b/train.py @ ."]


def test_a_table_that_nothing_speaks_of_is_missing(tmp_path):
    found = planning(tmp_path, {"train.py": TRAIN})
    assert found.cause == Cause.DATA_MISSING
    assert "data/rows.csv is read" in found.because


def test_training_in_tests_alone_is_no_training_script(tmp_path):
    tree = "class Tree:\n    def fit(self, x, y): ...\n    def predict(self, x): ...\n"
    test = (
        "from sklearn.metrics import accuracy_score\nfrom tree import Tree\n"
        "def test_accuracy():\n    model = Tree()\n    model.fit([1], [1])\n"
        "    assert accuracy_score([1], model.predict([1])) > 0\n"
    )
    found = planning(tmp_path, {"tree/__init__.py": tree, "tests/test_tree_eval.py": test})
    assert found.plan is None
    assert found.cause in {Cause.NO_TRAINING_SCRIPT, Cause.NOTHING_TO_TRAIN}


def test_nothing_that_learns_is_nothing_to_train(tmp_path):
    found = planning(tmp_path, {"main.py": "print('hello')\n"})
    assert (found.plan, found.cause) == (None, Cause.NOTHING_TO_TRAIN)
    assert found.because.startswith("no code of its own imports a machine-learning framework")


def test_training_that_a_service_is_asked_for_needs_an_account(tmp_path):
    code = "import openai\njob = openai.fine_tuning.jobs.create(training_file='a', model='b')\n"
    found = planning(tmp_path, {"training.py": code})
    assert (found.plan, found.cause) == (None, Cause.CREDENTIALS_NEEDED)
    assert found.because.startswith(
        "training.py asks a service to train (openai.fine_tuning.jobs.create)"
    )
    beside = planning(tmp_path, {"training.py": code, **PLAIN})
    assert beside.plan is not None


def test_planning_twice_gives_the_same(tmp_path):
    assert planning(tmp_path, PLAIN) == planning(tmp_path, PLAIN)


def test_a_way_that_is_much_less_sure_is_not_taken_for_the_sake_of_what_lacks(tmp_path):
    files = {"train.py": FETCH + TRAIN, "old/demo.py": TRAIN, "data/rows.csv": ROWS}
    found = planning(tmp_path, files)
    assert found.cause == Cause.DOWNLOAD_NEEDED
    assert found.plan
    assert commands(found.plan) == ["train: python train.py @ ."]


def test_of_many_projects_the_one_that_asks_least_of_the_machine_is_run(tmp_path):
    flags = "import sys\nif '--fast' in sys.argv: print('fast')\n"
    long = TRAIN + "print(1)\n" * 50
    files = {
        "a/train.py": long,
        "b/fit.py": TRAIN,
        "c/train.py": flags + TRAIN,
        "data/rows.csv": ROWS,
        "README.md": "```\npython c/train.py --cuda\n```\n",
    }
    found = planning(tmp_path, files)
    assert found.plan
    assert commands(found.plan) == ["train: python b/fit.py @ ."]
