from mlops_platform.core.rules.training_assessment import long_training_can_be_resumed
from mlops_platform_tests.core.rules.cases import is_met, is_not_applicable, is_unmet
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_with_the_optimizers_state(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
EPOCHS = 200
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict()}, path)
"""
    }
    answer = judged(tmp_path, long_training_can_be_resumed, files)
    is_met(answer)


def test_unmet_with_the_weights_alone(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
EPOCHS = 200
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save(model.state_dict(), path)
"""
    }
    answer = judged(tmp_path, long_training_can_be_resumed, files)
    is_unmet(answer, "without the optimizer", at=["train.py:12"])


def test_an_argument_tells_the_epochs_too(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
parser.add_argument("--epochs", type=int, default=90)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save(model.state_dict(), path)
"""
    }
    answer = judged(tmp_path, long_training_can_be_resumed, files)
    is_unmet(answer)


def test_data_that_are_saved_are_no_weights(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
EPOCHS = 200
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save(rows, path)
"""
    }
    answer = judged(tmp_path, long_training_can_be_resumed, files)
    is_not_applicable(answer)


def test_not_applicable_to_short_training(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
EPOCHS = 5
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save(model.state_dict(), path)
"""
    }
    answer = judged(tmp_path, long_training_can_be_resumed, files)
    is_not_applicable(answer)


def test_how_often_something_is_saved_is_no_length_of_training(tmp_path):
    files = {
        "train.py": """import torch
SAVE_EPOCH, EPOCHS = 1000, 5
SAVE_EPOCH = 1000
PRINT_EPOCH = 1000
for epoch in range(EPOCHS):
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save(model.state_dict(), "model.pt")
"""
    }
    is_not_applicable(judged(tmp_path, long_training_can_be_resumed, files))


def test_a_file_that_trains_for_one_epoch_is_not_held_to_another_files(tmp_path):
    files = {
        "settings.py": "epochs = 500\n",
        "trial.py": """import torch
import settings
num_epochs = 1
model = torch.nn.Linear(3, 1)
for epoch in range(num_epochs):
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
torch.save(model.state_dict(), path)
""",
    }
    is_not_applicable(judged(tmp_path, long_training_can_be_resumed, files))


def test_met_where_states_are_collected_from_pairs(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
EPOCHS = 200
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
kept = [("model", model), ("optimizer", optimizer)]
torch.save({name: each.state_dict() for name, each in kept}, path)
"""
    }
    is_met(judged(tmp_path, long_training_can_be_resumed, files))
    files["train.py"] = files["train.py"].replace(', ("optimizer", optimizer)', "")
    is_unmet(judged(tmp_path / "without", long_training_can_be_resumed, files))
