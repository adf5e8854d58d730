from mlops_platform.core.rules.training_assessment import results_are_kept
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_they_are_assigned(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df = df.dropna()
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, results_are_kept, files)
    is_met(answer)


def test_met_in_place(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df.dropna(inplace=True)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, results_are_kept, files)
    is_met(answer)


def test_unmet_where_nothing_takes_them(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df.dropna()
df.drop(columns="a")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, results_are_kept, files)
    is_unmet(answer, "2 calls", at=["train.py:5", "train.py:6"])


def test_unmet_for_a_column_that_is_filled_for_nobody(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df["a"].fillna(0)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, results_are_kept, files)
    is_unmet(answer, "1 call", at=["train.py:5"])


def test_a_list_or_a_class_of_ones_own_may_change_itself(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
class Frame:
    def dropna(self):
        self.rows = []


frame = Frame()
frame.dropna()
bag.drop(1)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, results_are_kept, files)
    is_met(answer)
