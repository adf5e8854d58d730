from mlops_platform.core.rules.training_assessment import training_runs_on_any_device
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_the_device_is_chosen(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
device = "cuda" if torch.cuda.is_available() else "cpu"
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_runs_on_any_device, files)
    is_met(answer, "train.py:4")


def test_unmet_where_cuda_is_taken_for_granted(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader

model = nn.Linear(3, 1).cuda()
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_runs_on_any_device, files)
    is_unmet(answer, "1 of 1 file", at=["train.py:5"])


def test_unmet_for_a_fixed_device(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
device = torch.device("cuda:0")
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_runs_on_any_device, files)
    is_unmet(answer)


def test_a_switch_of_ones_own_decides(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
x = x.cuda() if on_gpu else x
if on_gpu:
    x = x.cuda()
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_runs_on_any_device, files)
    is_not_applicable(answer)


def test_work_of_several_gpus_needs_them(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
import torch.distributed as dist
dist.init_process_group()
model = nn.Linear(3, 1).cuda()
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, training_runs_on_any_device, files)
    is_not_applicable(answer)


def test_not_applicable_without_a_device(tmp_path):
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
    answer = judged(tmp_path, training_runs_on_any_device, files)
    is_not_applicable(answer)
