from mlops_platform.core.rules.training_assessment import paths_are_portable
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_relative_paths(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, paths_are_portable, files)
    is_met(answer)


def test_unmet_with_a_home(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
more = pd.read_csv("/home/ada/data.csv")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, paths_are_portable, files)
    is_unmet(answer, "1 path", at=["train.py:5"])


def test_unmet_with_a_drive_of_windows(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
more = pd.read_csv("C:\\\\Users\\\\ada\\\\data.csv")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, paths_are_portable, files)
    is_unmet(answer)


def test_a_placeholder_is_for_the_reader(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
more = pd.read_csv("/home/user/path/to/data.csv")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, paths_are_portable, files)
    is_met(answer)


def test_words_of_a_docstring_are_no_path(tmp_path):
    files = {
        "train.py": '''"""/home/ada/data.csv is where it lay."""
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
'''
    }
    answer = judged(tmp_path, paths_are_portable, files)
    is_met(answer)


def test_an_address_is_no_drive(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
more = pd.read_csv("s3://bucket/data.csv")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, paths_are_portable, files)
    is_met(answer)
