from mlops_platform.core.rules.training_assessment import best_weights_are_kept
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_callbacks(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, epochs=90, validation_split=0.1, callbacks=[stop])
"""
    }
    answer = judged(tmp_path, best_weights_are_kept, files)
    is_met(answer)


def test_unmet_after_many_epochs(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
EPOCHS = 90
model.fit(X, y, epochs=EPOCHS, validation_split=0.1)
"""
    }
    answer = judged(tmp_path, best_weights_are_kept, files)
    is_unmet(answer, "the last weights", at=["train.py:7"])


def test_not_applicable_to_a_few_epochs(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, epochs=5, validation_split=0.1)
"""
    }
    answer = judged(tmp_path, best_weights_are_kept, files)
    is_not_applicable(answer)


def test_not_applicable_where_nothing_watches(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y, epochs=90)
"""
    }
    answer = judged(tmp_path, best_weights_are_kept, files)
    is_not_applicable(answer)
