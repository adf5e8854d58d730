from mlops_platform.core.rules.training_assessment import gradients_are_reset
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_zero_grad(tmp_path):
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
    answer = judged(tmp_path, gradients_are_reset, files)
    is_met(answer, "train.py:10")


def test_met_where_gradients_are_set_to_none(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    for p in model.parameters():
        p.grad = None
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, gradients_are_reset, files)
    is_met(answer)


def test_unmet_without_any_reset(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, gradients_are_reset, files)
    is_unmet(answer, "1 of 1 training loop", at=["train.py:9"])


def test_not_applicable_without_a_loop(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
model = nn.Linear(3, 1)
model(x).backward()
"""
    }
    answer = judged(tmp_path, gradients_are_reset, files)
    is_not_applicable(answer)


def test_a_reset_in_another_file_of_the_program_counts(tmp_path):
    files = {
        "train.py": """from steps import clear
import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    clear(optimizer)
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
""",
        "steps.py": """def clear(optimizer):
    optimizer.zero_grad()
""",
    }
    answer = judged(tmp_path, gradients_are_reset, files)
    is_met(answer)
