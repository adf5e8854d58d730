from mlops_platform.core.rules.training_assessment import loading_runs_no_code
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_safe_loaders(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import yaml
state = torch.load(path, weights_only=True)
settings = yaml.safe_load(text)
more = yaml.load(text, Loader=yaml.SafeLoader)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loading_runs_no_code, files)
    is_met(answer)


def test_met_with_the_default_of_torch(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
state = torch.load(path)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loading_runs_no_code, files)
    is_met(answer)


def test_unmet_with_all_objects(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
state = torch.load(path, weights_only=False)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loading_runs_no_code, files)
    is_unmet(answer, "1 load", at=["train.py:4"])


def test_unmet_with_pickled_arrays(tmp_path):
    files = {
        "train.py": """import numpy as np
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
rows = np.load(path, allow_pickle=True)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loading_runs_no_code, files)
    is_unmet(answer)


def test_unmet_with_a_loader_of_any_tag(tmp_path):
    files = {
        "train.py": """import yaml
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
settings = yaml.load(text, Loader=yaml.Loader)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, loading_runs_no_code, files)
    is_unmet(answer)
