from mlops_platform.core.rules.training_assessment import training_is_watched_on_other_data
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_validation_data(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, validation_data=(A, b))
"""
    }
    answer = judged(tmp_path, training_is_watched_on_other_data, files)
    is_met(answer, "train.py:6")


def test_met_with_a_validation_split(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, validation_split=0.1)
"""
    }
    answer = judged(tmp_path, training_is_watched_on_other_data, files)
    is_met(answer)


def test_unmet_with_training_rows_only(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, epochs=5)
"""
    }
    answer = judged(tmp_path, training_is_watched_on_other_data, files)
    is_unmet(answer, "training rows only", at=["train.py:6"])


def test_a_last_fit_on_all_rows_follows_a_watched_one(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, validation_split=0.1)
model.fit(A, b)
"""
    }
    answer = judged(tmp_path, training_is_watched_on_other_data, files)
    is_met(answer)


def test_folds_watch_in_their_own_way(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
for rows in folds:
    model.fit(rows, y)
"""
    }
    answer = judged(tmp_path, training_is_watched_on_other_data, files)
    is_not_applicable(answer)


def test_not_applicable_without_keras(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, training_is_watched_on_other_data, files)
    is_not_applicable(answer)
