from mlops_platform.core.rules.training_assessment import values_are_set_in_one_step
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_loc(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df.loc[df["a"] > 1, "a"] = 0
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, values_are_set_in_one_step, files)
    is_met(answer)


def test_unmet_with_two_brackets(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["a"][df["b"] > 1] = 0
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, values_are_set_in_one_step, files)
    is_unmet(answer, "1 write", at=["train.py:5"])


def test_unmet_with_a_column_of_chosen_rows(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df.loc[rows]["a"] = 0
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, values_are_set_in_one_step, files)
    is_unmet(answer)


def test_unmet_in_place_on_a_column(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["a"].fillna(0, inplace=True)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, values_are_set_in_one_step, files)
    is_unmet(answer)


def test_a_dictionary_of_dictionaries_is_no_table(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
scores = {}
scores["a"]["b"] = 0
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, values_are_set_in_one_step, files)
    is_met(answer)


def test_a_dictionary_of_tables_may_be_changed_in_place(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
parts = {"a": df}
parts["a"].fillna(0, inplace=True)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, values_are_set_in_one_step, files)
    is_met(answer)
