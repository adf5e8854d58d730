from mlops_platform.core.rules.training_assessment import samples_are_repeatable
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_a_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df = df.sample(frac=1, random_state=0)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, samples_are_repeatable, files)
    is_met(answer, "train.py:5")


def test_unmet_where_rows_are_shuffled_anew(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
df = df.sample(frac=1).reset_index(drop=True)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, samples_are_repeatable, files)
    is_unmet(answer, "1 of 1 sample", at=["train.py:5"])


def test_rows_that_are_only_shown_do_not_count(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
print(df.sample(n=5))
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, samples_are_repeatable, files)
    is_not_applicable(answer)


def test_a_sample_of_a_list_is_no_table(tmp_path):
    files = {
        "train.py": """import random
import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
rows = random.sample(k=3, population=names)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, samples_are_repeatable, files)
    is_not_applicable(answer)


def test_a_few_rows_as_an_example_do_not_count_and_a_few_of_each_group_do(tmp_path):
    code = """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
rows = df{group}.sample(n=5)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    alone = {"train.py": code.format(group="")}
    is_not_applicable(judged(tmp_path / "alone", samples_are_repeatable, alone))
    grouped = {"train.py": code.format(group='.groupby("b")')}
    is_unmet(judged(tmp_path / "grouped", samples_are_repeatable, grouped), "1 of 1 sample")
