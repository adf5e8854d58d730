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


EPOCHS = """import copy
import torch

def train(model, loader, optimizer):
    best, best_loss = None, 9
    {before}
    for epoch in range(90):
        {inside}
        for x, y in loader:
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        current = validate(model)
        if current < best_loss:
            best_loss = current
            {keep}
    {after}
"""


def weights(tmp_path, keep, after="model.load_state_dict(best)", before="pass", inside="pass"):
    code = EPOCHS.format(before=before, inside=inside, keep=keep, after=after)
    return judged(tmp_path, best_weights_are_kept, {"train.py": code})


def test_unmet_where_the_best_weights_of_torch_are_no_copy(tmp_path):
    is_unmet(weights(tmp_path, "best = model.state_dict()"), "last weights", at=["train.py:16"])


def test_unmet_where_they_are_stored_after_the_loop(tmp_path):
    after = "torch.save(best, 'best.pt')"
    is_unmet(weights(tmp_path, "best = model.state_dict()", after))


def test_met_with_a_copy(tmp_path):
    is_met(weights(tmp_path, "best = copy.deepcopy(model.state_dict())"))
    is_met(weights(tmp_path, "best = {k: v.clone() for k, v in model.state_dict().items()}"))


def test_not_applicable_where_the_model_is_made_anew_or_stored_at_once(tmp_path):
    is_not_applicable(weights(tmp_path, "best = model.state_dict()", inside="model = Net()"))
    at_once = "best = model.state_dict(); torch.save(best, 'best.pt')"
    is_not_applicable(weights(tmp_path, at_once, after="pass"))
