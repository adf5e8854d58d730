from mlops_platform.core.rules.training_assessment import hyperparameters_are_configurable
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_partly_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_names_are_given(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_met(answer, "train.py:6")


def test_unmet_where_numbers_are(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=0.01)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_unmet(answer, "1 of 1 hyperparameter", at=["train.py:6"])


def test_partly_met_by_some(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=0.01, momentum=args.momentum)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_partly_met(answer, 0.5)


def test_nothing_is_no_setting(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate, weight_decay=0.0)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_met(answer)


def test_a_default_of_a_parameter_can_be_set(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader


def run(loss=optim.SGD([w], lr=0.1)):
    pass


model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_met(answer)


def test_layers_are_architecture(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.BatchNorm1d(3, momentum=0.2)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_met(answer)


def test_batches_of_held_out_rows_change_no_model(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
test_loader = DataLoader(test_set, batch_size=100)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_met(answer)


def test_functions_of_ones_own_are_not_judged(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")
run(epochs=3)
model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, hyperparameters_are_configurable, files)
    is_not_applicable(answer)
