from mlops_platform.core.facts.data_flow import trace_data_flow
from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.profiling.learning_programs import MOST_PLACES, learning_programs
from mlops_platform_tests.drawing import draw_checkout

TRAIN = """
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("data.csv")
X, y = df.drop(columns="label"), df["label"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression()
model.fit(X_train, y_train)
model.score(X_train, y_train)
model.score(X_test, y_test)
cross_val_score(model, X, y)
"""


def programs_in(tmp_path, files):
    checkout = draw_checkout(tmp_path, files)
    return learning_programs(trace_data_flow(checkout, read_repository(checkout)).traces)


def lines(places):
    return [each.line for each in places]


def test_each_deed_is_told_with_its_lines(tmp_path):
    (found,) = programs_in(tmp_path, {"train.py": TRAIN})
    assert (found.path, found.files, found.not_followed) == ("train.py", ("train.py",), "")
    assert lines(found.loads) == [6]
    assert lines(found.splits) == [8]
    assert lines(found.fits) == [10]
    assert lines(found.scores) == [11, 12]
    assert lines(found.training_scores) == [11]
    assert lines(found.held_out_scores) == [12]
    assert lines(found.fold_scores) == [13]


def test_the_files_that_a_program_runs_are_named(tmp_path):
    files = {
        "train.py": TRAIN.replace("model.score(X_test, y_test)", "judge(model, X_test, y_test)"),
        "scoring.py": "def judge(model, x, y):\n    return model.score(x, y)\n",
    }
    files["train.py"] = "from scoring import judge\n" + files["train.py"]
    found = {each.path: each for each in programs_in(tmp_path, files)}
    assert found["train.py"].files == ("scoring.py", "train.py")
    assert [each.path for each in found["train.py"].held_out_scores] == ["scoring.py"]


def chosen(scored: str, after: str = "") -> str:
    return f"""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split

df = pd.read_csv("data.csv")
X, y = df.drop(columns="label"), df["label"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train, X_val, y_train, y_val = train_test_split(X_train, y_train)
one, two = LogisticRegression(C=1), LogisticRegression(C=2)
one.fit(X_train, y_train)
two.fit(X_train, y_train)
scores = {{{scored}}}
best = max(scores, key=scores.get)
{after}
"""


def test_a_choice_is_sound_where_other_rows_are_scored_after_it(tmp_path):
    text = chosen(
        "1: one.score(X_val, y_val), 2: two.score(X_val, y_val)", "one.score(X_test, y_test)"
    )
    (found,) = programs_in(tmp_path, {"train.py": text})
    assert lines(found.sound_choices) == lines(found.choices) == [14]


def test_a_choice_in_folds_is_sound(tmp_path):
    folds = "1: cross_val_score(one, X, y).mean(), 2: cross_val_score(two, X, y).mean()"
    (found,) = programs_in(tmp_path, {"train.py": chosen(folds)})
    assert lines(found.sound_choices) == [14]


def test_a_choice_by_the_only_scores_is_not_known_to_be(tmp_path):
    text = chosen("1: one.score(X_val, y_val), 2: two.score(X_val, y_val)")
    (found,) = programs_in(tmp_path, {"train.py": text})
    assert lines(found.choices) == [14]
    assert found.sound_choices == ()


def test_a_few_places_of_a_deed_are_kept(tmp_path):
    many = TRAIN + "model.score(X_test, y_test)\n" * 50
    (found,) = programs_in(tmp_path, {"train.py": many})
    assert len(found.scores) == MOST_PLACES


def test_a_program_without_rows_is_none(tmp_path):
    assert programs_in(tmp_path, {"train.py": "thing.fit()\n"}) == ()
