from mlops_platform.core.rules.training_assessment import splits_are_repeatable
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_partly_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_a_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
X, X_test, y, y_test = train_test_split(X, y, random_state=1)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_met(answer, "train.py:4")


def test_met_where_numpy_is_seeded(tmp_path):
    files = {
        "train.py": """import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
np.random.seed(0)
X, X_test, y, y_test = train_test_split(X, y)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_met(answer)


def test_unmet_without_a_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
X, X_test, y, y_test = train_test_split(X, y)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_unmet(answer, "1 of 1 split", at=["train.py:4"])


def test_unmet_with_none_as_random_state(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
X, X_test, y, y_test = train_test_split(X, y, random_state=None)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_unmet(answer)


def test_partly_met_by_one_of_two(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
a, b = train_test_split(X, random_state=1)
c, d = train_test_split(a)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_partly_met(answer, 0.5)


def test_splits_that_do_not_shuffle_are_no_chance(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
a, b = train_test_split(X, shuffle=False)
folds = KFold(5)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_not_applicable(answer)


def test_settings_that_nobody_can_see_are_not_blamed(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
a, b = train_test_split(X, **settings)
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_not_applicable(answer)


def test_a_split_of_the_projects_own_is_another_one(tmp_path):
    files = {
        "train.py": """from splitting import train_test_split
from sklearn.svm import SVC

a, b = train_test_split(X)
SVC().fit(a, b)
""",
        "splitting.py": """def train_test_split(rows):
    return rows[:10], rows[10:]
""",
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_not_applicable(answer)


def test_splits_that_are_drawn_again_and_again_on_purpose_are_no_chance(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, train_test_split
for n in range(99):
    a, b = train_test_split(X)
    scores.append(run(a, b))
model = RandomForestClassifier(random_state=0).fit(X, y)
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_not_applicable(answer)


def test_unmet_for_torch_without_a_generator(tmp_path):
    files = {
        "train.py": """from torch.utils.data import random_split
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
a, b = random_split(rows, [8, 2])
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, splits_are_repeatable, files)
    is_unmet(answer, "split", at=["train.py:5"])
