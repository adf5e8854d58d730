from mlops_platform.core.rules.training_assessment import dropped_rows_are_counted
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_the_size_is_looked_at(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df = df.dropna()
print(df.shape)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, dropped_rows_are_counted, files)
    is_met(answer, "train.py:5")


def test_unmet_where_nothing_counts(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df = df.dropna()
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, dropped_rows_are_counted, files)
    is_unmet(answer, "1 of 1 place", at=["train.py:5"])


def test_columns_are_no_rows(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df = df.dropna(axis=1)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, dropped_rows_are_counted, files)
    is_not_applicable(answer)


def test_gaps_that_lags_make_are_expected(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["lag"] = df["a"].shift(1)
df = df.dropna()
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, dropped_rows_are_counted, files)
    is_not_applicable(answer)


def test_values_on_their_way_are_not_the_table(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
names = df["a"].dropna().unique()
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, dropped_rows_are_counted, files)
    is_not_applicable(answer)
