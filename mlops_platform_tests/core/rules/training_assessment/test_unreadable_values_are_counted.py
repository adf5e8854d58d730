from mlops_platform.core.rules.training_assessment import unreadable_values_are_counted
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_missing_values_are_filled(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["a"] = pd.to_numeric(df["a"], errors="coerce")
df = df.fillna(0)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, unreadable_values_are_counted, files)
    is_met(answer)


def test_unmet_where_nothing_looks(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["a"] = pd.to_numeric(df["a"], errors="coerce")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, unreadable_values_are_counted, files)
    is_unmet(answer, "vanish", at=["train.py:5"])


def test_unmet_where_lines_are_skipped(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv", on_bad_lines="skip")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, unreadable_values_are_counted, files)
    is_unmet(answer)


def test_not_applicable_where_errors_are_raised(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["a"] = pd.to_numeric(df["a"])
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, unreadable_values_are_counted, files)
    is_not_applicable(answer)
