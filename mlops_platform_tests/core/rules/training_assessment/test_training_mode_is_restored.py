from mlops_platform.core.rules.training_assessment import training_mode_is_restored
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_train(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

def evaluate(model):
    model.eval()
    with torch.no_grad():
        return sum(criterion(model(x)) for x in test_loader)


model = nn.Sequential(nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for epoch in range(epochs):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    evaluate(model)
"""
    }
    answer = judged(tmp_path, training_mode_is_restored, files)
    is_met(answer, "train.py:6")


def test_unmet_without_train(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

def evaluate(model):
    model.eval()
    with torch.no_grad():
        return sum(criterion(model(x)) for x in test_loader)


model = nn.Sequential(nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for epoch in range(epochs):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    evaluate(model)
"""
    }
    answer = judged(tmp_path, training_mode_is_restored, files)
    is_unmet(answer, "goes on learning", at=["train.py:6"])


def test_not_applicable_where_it_is_measured_at_the_end(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

def evaluate(model):
    model.eval()
    with torch.no_grad():
        return sum(criterion(model(x)) for x in test_loader)


model = nn.Sequential(nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for epoch in range(epochs):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
evaluate(model)
"""
    }
    answer = judged(tmp_path, training_mode_is_restored, files)
    is_not_applicable(answer)


def test_another_model_may_stay_in_evaluation_mode(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

def evaluate(model):
    model.eval()
    with torch.no_grad():
        return sum(criterion(model(x)) for x in test_loader)


model = nn.Sequential(nn.Dropout(), nn.Linear(3, 1))
optimizer = optim.SGD(model.parameters(), lr=rate)
for epoch in range(epochs):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
    teacher.eval()
"""
    }
    answer = judged(tmp_path, training_mode_is_restored, files)
    is_not_applicable(answer)
