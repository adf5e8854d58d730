from mlops_platform.core.rules.training_assessment import evaluation_mode_is_set
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_eval(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Sequential(nn.Linear(3, 3), nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
model.eval()
with torch.no_grad():
    for x, y in test_loader:
        correct += (model(x) == y).sum()
"""
    }
    answer = judged(tmp_path, evaluation_mode_is_set, files)
    is_met(answer)


def test_unmet_without_eval(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Sequential(nn.Linear(3, 3), nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
with torch.no_grad():
    for x, y in test_loader:
        correct += (model(x) == y).sum()
"""
    }
    answer = judged(tmp_path, evaluation_mode_is_set, files)
    is_unmet(answer, "training mode", at=["train.py:14"])


def test_met_where_the_mode_is_an_argument(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Sequential(nn.Linear(3, 3), nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
model.train(mode=is_training)
with torch.no_grad():
    for x, y in test_loader:
        correct += (model(x) == y).sum()
"""
    }
    answer = judged(tmp_path, evaluation_mode_is_set, files)
    is_met(answer)


def test_not_applicable_to_layers_without_a_mode(tmp_path):
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
with torch.no_grad():
    for x, y in test_loader:
        correct += (model(x) == y).sum()
"""
    }
    answer = judged(tmp_path, evaluation_mode_is_set, files)
    is_not_applicable(answer)


def test_not_applicable_where_nothing_is_measured(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Sequential(nn.Linear(3, 3), nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, evaluation_mode_is_set, files)
    is_not_applicable(answer)
