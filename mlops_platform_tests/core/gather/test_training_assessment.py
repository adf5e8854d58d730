from pathlib import Path

import pytest

from mlops_platform.core.checkout import Checkout
from mlops_platform.core.evidence import Evidence
from mlops_platform.core.facts.training_code import TrainingCodeFacts
from mlops_platform.core.gather.training_assessment import gather_training_assessment
from mlops_platform.core.sections.project_profile import ProjectKind
from mlops_platform_tests.core.rules.cases import TRAIN as ENTRY
from mlops_platform_tests.core.rules.cases import profile
from mlops_platform_tests.drawing import REVISION, draw_checkout

EXAMPLES = Path(__file__).parents[3] / "examples"

TRAIN = """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("data.csv")
X, y = df.drop(columns="label"), df["label"]
X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
"""


def gathered(tmp_path, files, **known):
    given = {"training_entry_points": (ENTRY,), **known}
    return gather_training_assessment(draw_checkout(tmp_path, files), profile(**given))


def test_a_defect_has_the_statement_to_change_and_the_chain(tmp_path):
    (found,) = gathered(tmp_path, {"train.py": TRAIN}).defects
    assert (found.kind, found.subject, found.is_confirmed) == ("preprocessing", "scaling", True)
    assert (found.place.path, found.place.line) == ("train.py", 9)
    told = [(each.line, each.note.partition(" (")[0]) for each in found.chain]
    assert told == [
        (7, "the rows are read"),
        (9, "fitted"),
        (10, "the rows are split"),
        (11, "fitted"),
        (12, "scored"),
    ]


def test_programs_and_tools_are_told(tmp_path):
    facts = gathered(tmp_path, {"train.py": TRAIN})
    assert [each.path for each in facts.programs] == ["train.py"]
    split = next(each for each in facts.tools if each.role == "split")
    assert split.keywords == ("stratify",)
    assert facts.training_entry_points == (ENTRY,)


def test_clean_code_has_no_defect(tmp_path):
    clean = TRAIN.replace("X = StandardScaler().fit_transform(X)\n", "")
    assert gathered(tmp_path, {"train.py": clean}).defects == ()


def test_what_is_no_python_is_said(tmp_path):
    facts = gathered(tmp_path, {"train.py": TRAIN + "print 'done'\n"})
    assert [each.path for each in facts.unread] == ["train.py"]


def test_tests_and_vendored_code_are_not_the_projects_training(tmp_path):
    files = {"tests/test_train.py": TRAIN, "vendor/train.py": TRAIN}
    facts = gathered(tmp_path, files)
    assert facts.programs == facts.tools == facts.defects == ()


def test_a_guess_that_is_fitted_to_the_rows_it_is_scored_on_is_no_defect(tmp_path):
    text = (
        "import pandas as pd\n"
        "from sklearn.dummy import DummyClassifier\n"
        'df = pd.read_csv("data.csv")\n'
        'guess = DummyClassifier().fit(df[["a"]], df["label"])\n'
        'print(guess.score(df[["a"]], df["label"]))\n'
    )
    assert gathered(tmp_path, {"evaluate.py": text}).defects == ()
    model = text.replace("dummy", "linear_model").replace("DummyClassifier", "LogisticRegression")
    (found,) = gathered(tmp_path, {"evaluate.py": model}).defects
    assert found.kind == "evaluated_on_training"


def test_a_score_of_another_split_of_the_same_rows_is_not_untouched(tmp_path):
    text = (
        "import pandas as pd\n"
        "from sklearn.linear_model import LogisticRegression, Ridge\n"
        "from sklearn.model_selection import train_test_split\n"
        'df = pd.read_csv("data.csv")\n'
        'X, y, z = df.drop(columns=["label", "n"]), df["label"], df["n"]\n'
        "X_train, X_test, y_train, y_test = train_test_split(X, y)\n"
        "one = LogisticRegression(C=1).fit(X_train, y_train)\n"
        "two = LogisticRegression(C=2).fit(X_train, y_train)\n"
        "scores = {1: one.score(X_test, y_test), 2: two.score(X_test, y_test)}\n"
        "best = max(scores, key=scores.get)\n"
        "X_a, X_b, z_a, z_b = train_test_split(X, z)\n"
        "print(Ridge().fit(X_a, z_a).score(X_b, z_b))\n"
    )
    (found,) = gathered(tmp_path, {"train.py": text}).defects
    assert (found.kind, found.place.line) == ("multi_test", 10)


def test_a_score_that_cannot_be_is_mended_and_not_chosen(tmp_path):
    mended = TRAIN.replace("X = StandardScaler().fit_transform(X)\n", "") + (
        "found = model.score(X_test, y_test)\nif not found > 0:\n    found = 0.5\n"
    )
    assert gathered(tmp_path, {"train.py": mended}).defects == ()


@pytest.mark.parametrize("name", ["churn_prediction", "sentiment_analysis"])
def test_the_examples_have_no_defect(name):
    checkout = Checkout(revision=REVISION, root=EXAMPLES / name)
    facts = gather_training_assessment(checkout, profile())
    assert facts.programs
    assert facts.defects == ()


@pytest.mark.parametrize("kind", [ProjectKind.LIBRARY, ProjectKind.NOT_ML])
def test_a_library_is_not_followed(tmp_path, kind):
    facts = gathered(tmp_path, {"train.py": TRAIN}, kind=kind)
    assert facts.programs == facts.tools == facts.defects == ()
    assert facts.kind is kind


def test_what_either_reader_cannot_follow_is_said_once(tmp_path):
    deep = "model.fit(x)\ny = " + "+".join(["x"] * 5000) + "\n"
    unread = gathered(tmp_path, {"train.py": deep}).unread
    assert [each.path for each in unread] == ["train.py"]


def test_practices_that_could_not_be_read_are_said(tmp_path, monkeypatch):
    note = Evidence(path="train.py", note="nested too deeply to be read")
    monkeypatch.setattr(
        "mlops_platform.core.gather.training_assessment.read_training_code",
        lambda *_: TrainingCodeFacts((), (), (note,)),
    )
    assert gathered(tmp_path, {"train.py": TRAIN}).unread == (note,)


def test_a_limit_never_costs_what_is_confirmed(tmp_path, monkeypatch):
    encoded = TRAIN.replace("StandardScaler", "OneHotEncoder")
    guesses = {f"a{number}.py": encoded for number in range(3)}
    monkeypatch.setattr("mlops_platform.core.gather.training_assessment.MOST_DEFECTS", 1)
    (kept,) = gathered(tmp_path, {**guesses, "train.py": TRAIN}).defects
    assert kept.is_confirmed
