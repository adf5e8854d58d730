from mlops_platform.core.rules.training_assessment import importing_trains_nothing
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_functions_train(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression



def train():
    df = pd.read_csv("data.csv")
    model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, importing_trains_nothing, files)
    is_met(answer)


def test_met_under_the_main_guard(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
if __name__ == "__main__":
    model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, importing_trains_nothing, files)
    is_met(answer)


def test_unmet_where_another_file_imports_the_script(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
""",
        "serve.py": """from train import model
""",
    }
    answer = judged(tmp_path, importing_trains_nothing, files)
    is_unmet(answer, "1 of 1 file", at=["train.py:6"])


def test_a_script_that_nobody_imports_may_train(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, importing_trains_nothing, files)
    is_not_applicable(answer)
