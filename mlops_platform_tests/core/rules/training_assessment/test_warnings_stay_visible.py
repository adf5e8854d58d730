from mlops_platform.core.rules.training_assessment import warnings_stay_visible
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_a_category(tmp_path):
    files = {
        "train.py": """import warnings
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
warnings.filterwarnings("ignore", category=FutureWarning)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, warnings_stay_visible, files)
    is_met(answer)


def test_met_for_one_block(tmp_path):
    files = {
        "train.py": """import warnings
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, warnings_stay_visible, files)
    is_met(answer)


def test_met_behind_a_switch(tmp_path):
    files = {
        "train.py": """import warnings
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
if quiet:
    warnings.filterwarnings("ignore")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, warnings_stay_visible, files)
    is_met(answer)


def test_unmet_for_all_of_them(tmp_path):
    files = {
        "train.py": """import warnings
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
warnings.filterwarnings("ignore")
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, warnings_stay_visible, files)
    is_unmet(answer, "1 call", at=["train.py:6"])
