from mlops_platform.core.rules.training_assessment import estimators_are_repeatable
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_a_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split

model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, estimators_are_repeatable, files)
    is_met(answer, "train.py:5")


def test_met_where_numpy_is_seeded(tmp_path):
    files = {
        "train.py": """import numpy
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
numpy.random.seed(3)
model = RandomForestClassifier().fit(X, y)
"""
    }
    answer = judged(tmp_path, estimators_are_repeatable, files)
    is_met(answer)


def test_unmet_without_a_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
model = RandomForestClassifier(n_estimators=10).fit(X, y)
"""
    }
    answer = judged(tmp_path, estimators_are_repeatable, files)
    is_unmet(answer, "1 of 1 estimator", at=["train.py:4"])


def test_not_applicable_to_estimators_without_chance(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, estimators_are_repeatable, files)
    is_not_applicable(answer)


def test_settings_that_nobody_can_see_are_not_blamed(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
model = RandomForestClassifier(**best).fit(X, y)
"""
    }
    answer = judged(tmp_path, estimators_are_repeatable, files)
    is_not_applicable(answer)


def test_a_grid_may_hold_the_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
grid = {'model__random_state': [0]}
model = RandomForestClassifier().fit(X, y)
"""
    }
    answer = judged(tmp_path, estimators_are_repeatable, files)
    is_not_applicable(answer)
