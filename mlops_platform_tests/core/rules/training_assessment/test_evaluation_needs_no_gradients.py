from mlops_platform.core.rules.training_assessment import evaluation_needs_no_gradients
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_without_gradients(tmp_path):
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
model.eval()
with torch.no_grad():
  for x, y in test_loader:
      total += accuracy(model(x), y)
"""
    }
    answer = judged(tmp_path, evaluation_needs_no_gradients, files)
    is_met(answer)


def test_unmet_with_gradients(tmp_path):
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
model.eval()
for x, y in test_loader:
    total += accuracy(model(x), y)
"""
    }
    answer = judged(tmp_path, evaluation_needs_no_gradients, files)
    is_unmet(answer, "1 of 1 loop", at=["train.py:14"])


def test_an_attack_needs_them(tmp_path):
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
model.eval()
for x, y in test_loader:
    total += accuracy(model(perturb(x)), y)
"""
    }
    answer = judged(tmp_path, evaluation_needs_no_gradients, files)
    is_not_applicable(answer)


def test_frameworks_do_it_by_themselves(tmp_path):
    files = {
        "train.py": """import lightning
import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
model.eval()
for x, y in test_loader:
    total += accuracy(model(x), y)
"""
    }
    answer = judged(tmp_path, evaluation_needs_no_gradients, files)
    is_not_applicable(answer)


def test_not_applicable_without_a_measuring_loop(tmp_path):
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
model.eval()
"""
    }
    answer = judged(tmp_path, evaluation_needs_no_gradients, files)
    is_not_applicable(answer)


def test_weights_that_learn_say_nothing_of_what_is_measured(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
count = sum(p.numel() for p in model.parameters() if p.requires_grad)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
model.eval()
for x, y in test_loader:
    total += accuracy(model(x), y)
"""
    }
    answer = judged(tmp_path, evaluation_needs_no_gradients, files)
    is_not_applicable(answer)
