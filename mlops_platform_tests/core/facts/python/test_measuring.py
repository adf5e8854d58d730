"""Measuring by hand is found where nothing is learned from it, and nowhere else."""

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.training_code import read_training_code
from mlops_platform_tests.drawing import draw_checkout

LOOP = """
import torch
from torch import nn

def train(model, batches, rest, optimizer):
    criterion = nn.MSELoss()
    for x, y in batches:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
"""
TRAINER = """
import torch

class Trainer:
    def __init__(self, model, criterion, optimizer):
        self.model, self.criterion, self.optimizer = model, criterion, optimizer

    def step(self, batches, training=False):
        total = 0
        for x, y in batches:
            loss = self.criterion(self.model(x), y)
            total += loss.item()
            if training:
                loss.backward()
                self.optimizer.step()
        return total

    def train(self, some, others):
        self.model.train()
        self.step(some, training=True)
        self.model.eval()
        with torch.no_grad():
            self.valid = self.step(others)
"""


def found(tmp_path, files):
    checkout = draw_checkout(tmp_path, files)
    seen = read_training_code(checkout, read_repository(checkout)).measures
    return [(each.path, each.line) for each in seen]


def line_of(text, words):
    return next(n for n, line in enumerate(text.splitlines(), 1) if words in line)


BY_LOSS = """
    with torch.no_grad():
        for x, y in rest:
            print(criterion(model(x), y).item())  # here
"""
BY_COUNT = """
    model.eval()
    for x, y in rest:
        correct += (model(x).argmax(1) == y).sum()  # here
"""
BY_FUNCTION = """
@torch.inference_mode()
def look(model, rest):
    for x, y in rest:
        print(nn.functional.cross_entropy(model(x), y))  # here
"""
BY_HELPER = """
    model.eval()
    look(model, rest)  # here

def look(model, rest):
    return [accuracy(model(x), y) for x, y in rest]
"""


@pytest.mark.parametrize("rest", [BY_LOSS, BY_COUNT, BY_FUNCTION, BY_HELPER])
def test_a_loss_or_a_count_without_learning_measures(tmp_path, rest):
    code = LOOP + rest
    assert found(tmp_path, {"train.py": code}) == [("train.py", line_of(code, "# here"))]


def test_a_method_that_learns_only_when_it_is_told_measures_elsewhere(tmp_path):
    line = line_of(TRAINER, "self.valid")
    files = {"trainer.py": TRAINER, "main.py": "from trainer import Trainer\nTrainer(1, 2, 3)\n"}
    assert found(tmp_path, files) == [("trainer.py", line)]


HOOK = """
import lightning as L

class Net(L.LightningModule):
    def validation_step(self, batch, number):
        self.log("loss", self.loss(batch))  # here

L.Trainer().fit(Net(), batches)
"""
SPLIT = """
from tensorflow import keras
model = keras.Sequential([])
model.fit(x, y, validation_split=0.2)  # here
"""
WATCHED = """
from transformers import Trainer
trainer = Trainer(model=m, eval_dataset=rows)  # here
trainer.train()
"""
AVERAGED = """
    with torch.no_grad():
        for weight in model.parameters():
            weight.mul_(0.9)
"""
PREDICTED = """
    model.eval()
    with torch.no_grad():
        return [model(x) for x in rest]
"""
SAVED = """
    model.eval()
    torch.save(model.state_dict(), "model.pt")
"""
BUILT_IN = """
    settings = eval(open("settings").read())
    print(settings.loss_weight)
"""


@pytest.mark.parametrize("code", [HOOK, SPLIT, WATCHED])
def test_a_framework_that_watches_other_rows_measures(tmp_path, code):
    assert ("train.py", line_of(code, "# here")) in found(tmp_path, {"train.py": code})


@pytest.mark.parametrize("rest", ["", AVERAGED, PREDICTED, SAVED, BUILT_IN])
def test_what_is_only_done_without_gradients_measures_nothing(tmp_path, rest):
    assert found(tmp_path, {"train.py": LOOP + rest}) == []


def test_a_fit_that_watches_nothing_measures_nothing(tmp_path):
    code = (
        "from tensorflow import keras\nm = keras.Sequential([])\nm.fit(x, validation_data=None)\n"
    )
    assert found(tmp_path, {"train.py": code}) == []
