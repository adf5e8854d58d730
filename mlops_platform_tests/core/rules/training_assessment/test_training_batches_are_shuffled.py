from mlops_platform.core.rules.training_assessment import training_batches_are_shuffled
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_shuffle(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, batch_size=8, shuffle=True)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_met(answer, "train.py:4")


def test_met_with_shuffle_by_position(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, 8, True)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_met(answer)


def test_unmet_without_shuffle(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, batch_size=8)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_unmet(answer, "order of the file", at=["train.py:4"])


def test_unmet_with_shuffle_off(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, shuffle=False)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_unmet(answer)


def test_a_sampler_decides_by_itself(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, sampler=weighted)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_not_applicable(answer)


def test_one_batch_of_all_rows_has_no_order(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, batch_size=len(train_set))
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_not_applicable(answer)


def test_held_out_rows_need_no_order(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
test_loader = DataLoader(test_set)
train_eval_loader = DataLoader(train_set)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_not_applicable(answer)


def test_a_second_loader_beside_a_shuffled_one_is_for_measuring(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
train_loader = DataLoader(train_set, shuffle=True)
train_again = DataLoader(train_set)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_batches_are_shuffled, files)
    is_met(answer)
