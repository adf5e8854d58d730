from mlops_platform.core.rules.training_assessment import training_keeps_no_global_state
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_arguments(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, training_keeps_no_global_state, files)
    is_met(answer)


def test_a_global_that_is_only_read_changes_nothing(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")


def step():
    global best
    print(best)


model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, training_keeps_no_global_state, files)
    is_met(answer)


def test_unmet_with_a_global_statement(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")


def step():
    global best
    best = 1


model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, training_keeps_no_global_state, files)
    is_unmet(answer, "1 statement", at=["train.py:8"])
