from mlops_platform.core.rules.training_assessment import losses_are_detached
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_item(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
total = 0
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    total += loss.item()
"""
    }
    answer = judged(tmp_path, losses_are_detached, files)
    is_met(answer, "train.py:12")


def test_unmet_where_the_tensor_is_added(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
total = 0
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    total += loss
"""
    }
    answer = judged(tmp_path, losses_are_detached, files)
    is_unmet(answer, "1 of 1 sum", at=["train.py:12"])


def test_unmet_where_the_tensor_is_scaled(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
total = 0
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    total += loss * x.size(0)
"""
    }
    answer = judged(tmp_path, losses_are_detached, files)
    is_unmet(answer)


def test_a_sum_that_gradients_are_computed_of_is_meant(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
for x in loader:
    loss = 0
    for part in parts:
        term = criterion(part)
        loss += term
    loss.backward()
"""
    }
    answer = judged(tmp_path, losses_are_detached, files)
    is_not_applicable(answer)


def test_a_loss_that_became_a_number_is_one(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
total = 0
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    loss = loss.item()
    total += loss
"""
    }
    answer = judged(tmp_path, losses_are_detached, files)
    is_not_applicable(answer)


def test_without_gradients_nothing_is_kept(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
total = 0
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        total += loss
"""
    }
    answer = judged(tmp_path, losses_are_detached, files)
    is_not_applicable(answer)
