from mlops_platform.core.rules.training_assessment import loss_fits_the_output
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_raw_scores(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)

    def forward(self, x):
        return self.out(x)


model = Net()
criterion = nn.CrossEntropyLoss()
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_met(answer)


def test_met_with_log_probabilities(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)

    def forward(self, x):
        return F.log_softmax(self.out(x), dim=1)


model = Net()
criterion = nn.NLLLoss()
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_met(answer)


def test_unmet_with_softmax_twice(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)

    def forward(self, x):
        return F.softmax(self.out(x), dim=1)


model = Net()
criterion = nn.CrossEntropyLoss()
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_unmet(answer, "1 of 1 network", at=["train.py:13"])


def test_unmet_with_a_sigmoid_twice(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)

    def forward(self, x):
        return torch.sigmoid(self.out(x))


model = Net()
criterion = nn.BCEWithLogitsLoss()
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_unmet(answer)


def test_unmet_with_probabilities_where_logarithms_are_meant(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)

    def forward(self, x):
        return torch.softmax(self.out(x), 1)


model = Net()
criterion = nn.NLLLoss()
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_unmet(answer)


def test_a_part_of_a_network_may_end_in_softmax(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader


class Attention(nn.Module):
    def forward(self, x):
        return torch.softmax(x, 1)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = Attention()

    def forward(self, x):
        return self.attention(x) * x


model = Net()
criterion = nn.CrossEntropyLoss()
for x, y in loader:
    criterion(model(x), y).backward()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_met(answer)


def test_two_networks_are_not_compared(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.nn.functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(3, 2)

    def forward(self, x):
        return F.softmax(self.out(x), dim=1)


class Other(nn.Module):
    def forward(self, x):
        return x


model, other = Net(), Other()
criterion = nn.CrossEntropyLoss()
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_not_applicable(answer)


def test_keras_softmax_over_one_unit_is_always_one(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="softmax")])
model.compile(loss="binary_crossentropy")
model.fit(X, y)
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_unmet(answer, at=["train.py:4"])


def test_keras_raw_scores_are_no_probabilities(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1)])
model.compile(loss="binary_crossentropy")
model.fit(X, y)
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_unmet(answer)


def test_keras_probabilities_fit_their_loss(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
model.fit(X, y)
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_met(answer)


def test_keras_raw_scores_fit_a_loss_that_is_told(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1)])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(X, y)
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_met(answer)


def test_keras_probabilities_do_not(tmp_path):
    files = {
        "train.py": """from tensorflow import keras
from tensorflow.keras import layers

model = keras.Sequential([layers.Dense(8), layers.Dense(1, activation="sigmoid")])
model.compile(loss=keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(X, y)
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_unmet(answer)


def test_not_applicable_without_a_network(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, loss_fits_the_output, files)
    is_not_applicable(answer)


BESIDE = """import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Sequential(nn.Linear(3, 1), nn.{end}())

    def forward(self, x):
        x = self.out(x)
        x = x.view(-1, 1)
        x = torch.flatten(x)
        return x


class Plan:
    loss_func = nn.BCEWithLogitsLoss()


def make():
    return Net(), Plan.loss_func
"""
STARTED = """import torch
from {name} import make

model, loss_func = make()
for x, y in loader:
    loss = loss_func(model(x), y)
    loss.backward()
    optimizer.step()
"""


def test_unmet_where_network_and_loss_stand_beside_each_other(tmp_path):
    files = {
        "small.py": BESIDE.format(end="Sigmoid"),
        "large.py": BESIDE.format(end="ReLU").replace("BCEWithLogitsLoss", "MSELoss"),
        "train_small.py": STARTED.format(name="small"),
        "train_large.py": STARTED.format(name="large"),
    }
    is_unmet(judged(tmp_path, loss_fits_the_output, files), "1 of 1", at=["small.py:14"])


def test_a_file_that_makes_another_network_too_is_not_judged_alone(tmp_path):
    other = BESIDE.format(end="ReLU").replace("Net", "Other").replace("BCEWithLogits", "MSE")
    files = {
        "other.py": other,
        "gate.py": BESIDE.format(end="Sigmoid").replace(
            "return Net()", "from other import Other\n    return Other(), Net()"
        ),
        "train.py": STARTED.format(name="gate"),
    }
    is_not_applicable(judged(tmp_path, loss_fits_the_output, files))
