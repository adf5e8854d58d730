from mlops_platform.core.rules.training_assessment import optimizer_steps_before_scheduler
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_after_the_optimizer(tmp_path):
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
    answer = judged(tmp_path, optimizer_steps_before_scheduler, files)
    is_met(answer, "train.py:9")


def test_met_after_a_function_that_trains(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader


def train(optimizer):
    for x in loader:
        loss.backward()
        optimizer.step()


optimizer = optim.SGD(weights, lr=rate)
scheduler = optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(epochs):
    train(optimizer)
    scheduler.step()
"""
    }
    answer = judged(tmp_path, optimizer_steps_before_scheduler, files)
    is_met(answer)


def test_unmet_before_the_optimizer(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
optimizer = optim.SGD(weights, lr=rate)
scheduler = optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(epochs):
    scheduler.step()
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, optimizer_steps_before_scheduler, files)
    is_unmet(answer, "a scheduler steps first", at=["train.py:7"])


def test_old_torch_wanted_it_so(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
optimizer = optim.SGD(weights, lr=rate)
scheduler = optim.lr_scheduler.StepLR(optimizer, 10)
for epoch in range(epochs):
    scheduler.step()
    x = Variable(x)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, optimizer_steps_before_scheduler, files)
    is_not_applicable(answer)


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
    answer = judged(tmp_path, optimizer_steps_before_scheduler, files)
    is_not_applicable(answer)
