from mlops_platform.core.rules.training_assessment import code_from_afar_is_not_run
from mlops_platform_tests.core.rules.cases import is_met, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_where_none_is_asked_for(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
model = AutoModel.from_pretrained(name)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, code_from_afar_is_not_run, files)
    is_met(answer)


def test_met_where_the_revision_is_pinned(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
model = AutoModel.from_pretrained(name, trust_remote_code=True, revision="3f1a")
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, code_from_afar_is_not_run, files)
    is_met(answer)


def test_unmet_where_it_is_trusted(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
model = AutoModel.from_pretrained(name, trust_remote_code=True)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, code_from_afar_is_not_run, files)
    is_unmet(answer, "1 call", at=["train.py:4"])


def test_unmet_where_a_download_is_unpickled(tmp_path):
    files = {
        "train.py": """import pickle
from urllib.request import urlopen
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
rows = pickle.load(urlopen(address))
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, code_from_afar_is_not_run, files)
    is_unmet(answer)


def test_a_pickle_of_ones_own_is_not_from_afar(tmp_path):
    files = {
        "train.py": """import pickle
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
rows = pickle.load(open("rows.pkl", "rb"))
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, code_from_afar_is_not_run, files)
    is_met(answer)
