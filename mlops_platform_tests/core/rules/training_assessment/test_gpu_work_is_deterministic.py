from mlops_platform.core.rules.training_assessment import gpu_work_is_deterministic
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_by_the_flag(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
torch.manual_seed(0)
torch.use_deterministic_algorithms(True)
model = nn.Linear(3, 1).cuda()
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, gpu_work_is_deterministic, files)
    is_met(answer)


def test_unmet_where_a_seed_is_all(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
torch.manual_seed(0)
model = nn.Linear(3, 1).cuda()
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, gpu_work_is_deterministic, files)
    is_unmet(answer, "kernels", at=["train.py:10"])


def test_not_applicable_without_a_seed(tmp_path):
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
    answer = judged(tmp_path, gpu_work_is_deterministic, files)
    is_not_applicable(answer)


def test_not_applicable_on_the_processor(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
torch.manual_seed(0)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, gpu_work_is_deterministic, files)
    is_not_applicable(answer)


LOOP = """
def learn(model, loader, optimizer, criterion, device):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x.to(device)), y)
        loss.backward()
        optimizer.step()
"""
STARTED = """import torch
from engine import learn
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
model = torch.nn.Linear(3, 1).to(DEVICE)
learn(model, loader, torch.optim.SGD(model.parameters(), lr=rate), criterion, DEVICE)
"""


def test_not_applicable_where_one_program_of_two_is_seeded(tmp_path):
    files = {
        "engine.py": "import torch\n" + LOOP,
        "train.py": STARTED,
        "repeat.py": STARTED.replace("model =", "torch.manual_seed(0)\nmodel =", 1),
    }
    is_not_applicable(judged(tmp_path, gpu_work_is_deterministic, files))


def test_not_applicable_where_nothing_leaves_the_processor(tmp_path):
    files = {
        "settings.py": "KIND = 'cuda'\n",
        "train.py": """import torch
from torch import nn, optim
import settings
torch.manual_seed(0)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
""",
    }
    is_not_applicable(judged(tmp_path, gpu_work_is_deterministic, files))
