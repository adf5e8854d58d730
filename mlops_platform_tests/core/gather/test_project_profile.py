from mlops_platform.core.gather.project_profile import gather_project_profile
from mlops_platform_tests.drawing import draw_checkout

TRAINING = """\
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression

data = pd.read_csv("data.csv")
model = LogisticRegression().fit(data[["x"]], data["price"])
joblib.dump(model, "model.joblib")
"""
STATED = """\
training:
  - path: learn.py
    command: python learn.py --all
target: z
waivers:
  - rule: mlops_readiness/changes_are_logged
    reason: it is a paper
  - rule: no/such_claim
    reason: none
"""
OWN = {"learn.py": "import train\n", "train.py": TRAINING, "requirements.txt": "scikit-learn\n"}


def test_what_the_repository_states_comes_first_with_its_place(tmp_path):
    facts = gather_project_profile(draw_checkout(tmp_path, {**OWN, ".mlops-platform.yaml": STATED}))
    first, *others = facts.training_entry_points
    assert (first.path, first.command) == ("learn.py", "python learn.py --all")
    assert (first.evidence[0].path, first.evidence[0].line) == (".mlops-platform.yaml", 2)
    assert "learn.py" not in {entry.path for entry in others}
    assert "train.py" in {entry.path for entry in others}
    assert [waiver.reason for waiver in facts.declaration.waivers] == ["it is a paper"]
    assert [mistake.line for mistake in facts.declaration.mistakes] == [8]


def test_a_statement_makes_no_project_of_what_is_none(tmp_path):
    files = {"learn.py": "print(1)\n", ".mlops-platform.yaml": STATED}
    facts = gather_project_profile(draw_checkout(tmp_path, files))
    assert not facts.is_ml_project
    assert facts.training_entry_points == ()


def test_scripts_among_the_tests_are_not_counted_as_tests(tmp_path):
    script = (
        "def test_loop(model):\n    print(model)\nif __name__ == '__main__':\n    test_loop(1)\n"
    )
    files = {
        "tests/test_loop.py": script,
        "tests/test_sum.py": "def test_sum():\n    assert 1\n",
    }
    assert gather_project_profile(draw_checkout(tmp_path, OWN | files)).code.test_files == 1


def test_the_tables_of_a_copied_project_are_no_data_sets(tmp_path):
    copy = {"box/README.md": "", "box/LICENSE": "", "box/a.py": "", "box/notes.csv": "a\n1\n"}
    facts = gather_project_profile(draw_checkout(tmp_path, OWN | copy | {"data.csv": "x\n1\n"}))
    assert [each.path for each in facts.datasets] == ["data.csv"]
