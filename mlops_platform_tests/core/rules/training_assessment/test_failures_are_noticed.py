from mlops_platform.core.rules.training_assessment import failures_are_noticed
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_one_error_is_expected(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
try:
    df = pd.read_csv(path)
except FileNotFoundError:
    pass

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, failures_are_noticed, files)
    is_met(answer)


def test_met_where_it_is_told(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
try:
    df = pd.read_csv(path)
except Exception as error:
    print(error)

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, failures_are_noticed, files)
    is_met(answer)


def test_unmet_where_any_failure_is_passed_over(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
for path in paths:
    try:
        df = pd.read_csv(path)
    except:
        continue

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, failures_are_noticed, files)
    is_unmet(answer, "1 handler", at=["train.py:8"])


def test_what_is_no_work_may_fail(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
try:
    import this
except Exception:
    pass

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, failures_are_noticed, files)
    is_met(answer)
