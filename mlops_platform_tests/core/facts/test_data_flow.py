"""Data flow: through files and notebooks, within limits, and the same every time."""

from mlops_platform.core.facts.data_flow import trace_data_flow
from mlops_platform.core.facts.flow.events import Deed
from mlops_platform.core.facts.flow.plain_values import Place
from mlops_platform.core.facts.repository import read_repository
from mlops_platform_tests.core.leaks.programs import (
    defects_of,
    expected,
    found_in,
    notebook,
    program,
)
from mlops_platform_tests.drawing import draw_checkout


def traced(tmp_path, files):
    checkout = draw_checkout(tmp_path, files)
    return trace_data_flow(checkout, read_repository(checkout))


TRAIN = """
from src.features import build, TARGET
df = pd.read_csv("data.csv")
X, y = build(df), df[TARGET]
X_train, X_test, y_train, y_test = train_test_split(X, y)
m = LogisticRegression()
m.fit(X_train, y_train)
print(m.score(X_test, y_test))
"""
FEATURES = """
from sklearn.preprocessing import StandardScaler
TARGET = "churn"

def build(df):
    X = df.drop(columns=[TARGET])
    return StandardScaler().fit_transform(X)  # <- preprocessing
"""


def test_a_leak_in_another_file_is_found_there(tmp_path):
    files = {"train.py": program(TRAIN), "src/__init__.py": "", "src/features.py": FEATURES}
    assert found_in(defects_of(tmp_path, files)) == expected(files)


def test_a_clean_helper_in_another_file_is_left_alone(tmp_path):
    clean = FEATURES.replace("StandardScaler().fit_transform(X)  # <- preprocessing", "X / 10")
    files = {"train.py": program(TRAIN), "src/__init__.py": "", "src/features.py": clean}
    assert defects_of(tmp_path, files) == ()


def test_a_relative_import_is_followed(tmp_path):
    train = program(TRAIN.replace("src.features", ".features"))
    files = {"src/train.py": train, "src/__init__.py": "", "src/features.py": FEATURES}
    assert found_in(defects_of(tmp_path, files)) == expected(files)


def test_files_that_import_each_other_end(tmp_path):
    files = {
        "a.py": "import b\nmodel.fit(b.x)\n",
        "b.py": "import a\nx = a.model\nx.fit(1)\n",
    }
    assert [trace.path for trace in traced(tmp_path, files).traces] == ["a.py", "b.py"]


def test_a_notebook_is_told_by_cell_and_line(tmp_path):
    cells = (
        "%matplotlib inline\nimport pandas as pd\nfrom sklearn.preprocessing import StandardScaler",
        "df = pd.read_csv('a.csv')\n\nX = StandardScaler().fit_transform(df[['a']])\ny = df['t']",
        "!ls\nfrom sklearn.model_selection import *\na, b, c, d = train_test_split(X, y)",
        "from sklearn.linear_model import Ridge\nm = Ridge().fit(a, c)\nm.score(b, d)",
    )
    (defect,) = defects_of(tmp_path, {"a.ipynb": notebook(*cells)})
    assert defect.place == Place("a.ipynb", 3, 3)
    assert [step.deed for step in defect.chain] == ["load", "fit", "split", "fit", "score"]
    assert [step.place.cell for step in defect.chain] == [3, 3, 4, 5, 5]


def test_a_notebook_in_another_language_is_not_followed(tmp_path):
    facts = traced(tmp_path, {"a.ipynb": notebook("m.fit(X)", language="R")})
    assert all(not trace.events for trace in facts.traces)


def test_a_cell_that_is_no_python_is_left_out(tmp_path):
    files = {"a.ipynb": notebook("this is no python", "m.fit(X)")}
    (trace,) = traced(tmp_path, files).traces
    assert [event.deed for event in trace.events] == [Deed.FIT]


def test_a_file_without_a_word_of_learning_is_not_followed(tmp_path):
    assert traced(tmp_path, {"a.py": "import pandas as pd\n"}).traces == ()


def test_a_file_that_does_not_parse_is_said_to_be_unread(tmp_path):
    facts = traced(tmp_path, {"a.py": "model.fit(x\n"})
    assert [unread.path for unread in facts.not_analysed] == ["a.py"]


def test_a_program_beyond_the_budget_says_so(tmp_path):
    calls = "".join(
        f"def f{n}(x):\n    return [{', '.join([f'f{n - 1}(x)'] * 6)}]\n" for n in range(1, 9)
    )
    facts = traced(tmp_path, {"a.py": f"m.fit(x)\n{calls}f8(x)\n"})
    (unread,) = facts.not_analysed
    assert "steps" in unread.reason
    assert facts.traces[0].not_analysed == unread.reason


def test_a_file_that_only_starts_the_training_of_another_is_a_program(tmp_path):
    files = {"run.py": "from train import go\ngo()\n", "train.py": "def go():\n    m.fit(x)\n"}
    assert [trace.path for trace in traced(tmp_path, files).traces] == ["run.py", "train.py"]


def test_a_package_hands_on_the_training_that_it_imports(tmp_path):
    files = {
        "run.py": "import tools\ntools.go()\n",
        "tools/__init__.py": "from tools.learning import go\n",
        "tools/learning.py": "def go():\n    m.fit(x)\n",
        "other.py": "import tool\n",
    }
    started = [trace.path for trace in traced(tmp_path, files).traces]
    assert started == ["run.py", "tools/__init__.py", "tools/learning.py"]


def test_endless_recursion_ends(tmp_path):
    code = "def f(x):\n    return f(f(x))\nf(1)\nmodel.fit(2)\n"
    (trace,) = traced(tmp_path, {"a.py": code}).traces
    assert trace.not_analysed == ""


def test_deep_nesting_is_said_and_not_raised(tmp_path):
    code = "m.fit(x)\ny = " + "+".join(["x"] * 5000) + "\n"
    facts = traced(tmp_path, {"a.py": code})
    assert [unread.path for unread in facts.not_analysed] == ["a.py"]


def test_the_same_files_give_the_same_facts(tmp_path):
    files = {"train.py": program(TRAIN), "src/__init__.py": "", "src/features.py": FEATURES}
    assert repr(defects_of(tmp_path, files)) == repr(defects_of(tmp_path, files))


def test_events_hold_no_code(tmp_path):
    (trace, *_) = traced(tmp_path, {"train.py": program("m.fit(pd.read_csv('secret.csv'))")}).traces
    assert "secret" not in repr(trace)


def test_a_repository_beyond_its_budget_says_which_programs_were_left(tmp_path, monkeypatch):
    monkeypatch.setattr("mlops_platform.core.facts.data_flow.MOST_STEPS", 1)
    facts = traced(tmp_path, {"a.py": "m.fit(x)\n", "b.py": "m.fit(x)\n"})
    assert [unread.path for unread in facts.not_analysed] == ["b.py"]


def test_a_list_that_holds_itself_ends(tmp_path):
    loop = "for i in x:\n    a.append(a)\n    a.extend(a)\n"
    code = f"import numpy as np\na = []\n{loop}m.fit(np.array(a))\n"
    assert traced(tmp_path, {"a.py": code}).not_analysed == ()


def test_many_splits_of_one_table_stay_small(tmp_path):
    code = "df = pd.read_csv('a')\n" + "df, _ = train_test_split(df)\n" * 300 + "m.fit(df)\n"
    assert len(repr(traced(tmp_path, {"a.py": program(code)}))) < 1_000_000
