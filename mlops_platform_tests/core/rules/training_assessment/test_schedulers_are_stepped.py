from mlops_platform.core.rules.training_assessment import schedulers_are_stepped
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_it_is_stepped(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
optimizer = optim.SGD(weights, lr=rate)
scheduler = optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(epochs):
    loss.backward()
    optimizer.step()
    scheduler.step()
"""
    }
    answer = judged(tmp_path, schedulers_are_stepped, files)
    is_met(answer, "train.py:5")


def test_met_where_it_is_handed_on(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
optimizer = optim.SGD(weights, lr=rate)
scheduler = optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(epochs):
    loss.backward()
    optimizer.step()
run(scheduler)
"""
    }
    answer = judged(tmp_path, schedulers_are_stepped, files)
    is_met(answer)


def test_unmet_where_nothing_uses_it(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
optimizer = optim.SGD(weights, lr=rate)
scheduler = optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(epochs):
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, schedulers_are_stepped, files)
    is_unmet(answer, "1 of 1 scheduler", at=["train.py:5"])


def test_not_applicable_without_a_scheduler(tmp_path):
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
    answer = judged(tmp_path, schedulers_are_stepped, files)
    is_not_applicable(answer)
