from mlops_platform.core.rules.training_assessment import seeds_are_fixed
from mlops_platform_tests.core.leaks.programs import notebook
from mlops_platform_tests.core.rules.cases import (
    is_met,
    is_not_applicable,
    is_partly_met,
    is_unknown,
    is_unmet,
)
from mlops_platform_tests.core.rules.training_assessment.judged_code import judged


def test_met_by_a_seed_before_the_loop(tmp_path):
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
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_met(answer, "train.py:10")


def test_met_by_a_seed_that_another_file_of_the_program_sets(tmp_path):
    files = {
        "main.py": """import torch
from train import run

torch.manual_seed(1)
run()
""",
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader


def run():

    model = nn.Linear(3, 1)
    optimizer = optim.SGD(model.parameters(), lr=rate)
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
""",
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_met(answer)


def test_met_by_one_call_that_seeds_everything(tmp_path):
    files = {
        "train.py": """import numpy as np
import lightning as L

L.seed_everything(1)
np.random.shuffle(rows)
trainer = L.Trainer()
trainer.fit(model)
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_met(answer)


def test_what_a_model_is_warmed_up_with_is_no_source_of_chance(tmp_path):
    files = {
        "train.py": """import numpy as np
from sklearn.svm import SVC

model = SVC().fit(X, y)
dummy_rows = np.random.randn(1, 30)
model.predict(dummy_rows)
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_not_applicable(answer)


def test_unmet_without_a_seed_call(tmp_path):
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
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_unmet(answer, "1 of 1 source", at=["train.py:10"])


def test_partly_met_where_only_one_library_is_seeded(tmp_path):
    files = {
        "train.py": """import random
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
torch.manual_seed(0)
random.shuffle(rows)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_partly_met(answer, 0.5)


def test_a_helper_that_seeds_one_library_seeds_no_other(tmp_path):
    files = {
        "train.py": """import numpy as np
from chance import set_seed
import torch
from torch import nn, optim
from torch.utils.data import DataLoader
set_seed(0)
np.random.shuffle(rows)
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
""",
        "chance.py": """import torch


def set_seed(seed):
    torch.manual_seed(seed)
""",
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_partly_met(answer, 0.5)


def test_a_seed_that_is_only_read_fixes_nothing(tmp_path):
    files = {
        "train.py": """import torch
from torch import nn, optim
from torch.utils.data import DataLoader
print(torch.initial_seed())
model = nn.Linear(3, 1)
optimizer = optim.SGD(model.parameters(), lr=rate)
for x, y in loader:
    optimizer.zero_grad()
    loss = criterion(model(x), y)
    loss.backward()
    optimizer.step()
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_unmet(answer)


def test_unmet_for_a_graph_of_tensorflow_without_a_seed(tmp_path):
    files = {
        "train.py": """import tensorflow as tf

step = tf.train.AdamOptimizer().minimize(loss)
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_unmet(answer, at=["train.py:3"])


def test_a_framework_may_be_seeded_by_its_settings(tmp_path):
    files = {
        "train.py": """import detectron2
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
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_not_applicable(answer)


def test_a_weight_by_hand_draws_nothing(tmp_path):
    files = {
        "train.py": """import torch

w = torch.tensor([1.0], requires_grad=True)
for x in [1.0, 2.0]:
    (w * x).backward()
    w.data -= 0.1 * w.grad
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_not_applicable(answer)


def test_not_applicable_where_nothing_draws(tmp_path):
    files = {
        "train.py": """import pandas as pd
from sklearn.linear_model import LogisticRegression

df = pd.read_csv("data.csv")

model = LogisticRegression().fit(df[["a"]], df["b"])
"""
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_not_applicable(answer)


def test_how_long_to_wait_may_be_drawn(tmp_path):
    files = {
        "train.py": """import random
import time
from sklearn.svm import SVC

def pause(seconds):
    sleep_time = random.gauss(seconds, 1)
    time.sleep(random.uniform(0, seconds))

pause(3)
SVC().fit(x, y)
"""
    }
    is_not_applicable(judged(tmp_path, seeds_are_fixed, files))


STEPS = """import torch
from torch import nn

def steps(model, batches, optimizer, loss_of=nn.MSELoss()):
    for x, y in batches:
        optimizer.zero_grad()
        loss_of(model(x), y).backward()
        optimizer.step()
"""


def test_not_asked_of_a_function_that_nothing_starts(tmp_path):
    is_not_applicable(judged(tmp_path, seeds_are_fixed, {"steps.py": STEPS}))
    spoken = STEPS + 'if __name__ == "__main__":\n    print("No script.")\n'
    is_not_applicable(judged(tmp_path, seeds_are_fixed, {"steps.py": spoken}))


def test_asked_of_what_starts_the_function(tmp_path):
    files = {"steps.py": STEPS, "main.py": "from steps import steps\nsteps(1, 2, 3)\n"}
    is_unmet(judged(tmp_path, seeds_are_fixed, files), at=["steps.py:7"])


def test_unmet_where_only_another_program_is_seeded_that_trains_by_itself(tmp_path):
    step = "optimizer.zero_grad()\nloss = criterion(model(x), y)\nloss.backward()\n"
    files = {
        "tools/__init__.py": "from tools.learning import learn\nfrom tools.show import show\n",
        "tools/show.py": "def show(loss):\n    print(loss)\n",
        "tools/learning.py": "import torch\n\n\ndef learn(model, x, y):\n    "
        + step.replace("\n", "\n    ").rstrip()
        + "\n    optimizer.step()\n",
        "train.py": "import torch\nimport tools\n\nmodel = torch.nn.Linear(3, 1)\n"
        "tools.learn(model, x, y)\n",
        "trial.py": "import torch\nfrom tools.show import show\n\ntorch.manual_seed(0)\n"
        "model = torch.nn.Linear(3, 1)\nfor x, y in loader:\n    "
        + step.replace("\n", "\n    ").rstrip()
        + "\n    optimizer.step()\n    show(loss)\n",
    }
    answer = judged(tmp_path, seeds_are_fixed, files)
    is_partly_met(answer, 0.5, "1 of 2")
    assert answer.evidence[0].path == "tools/learning.py"
    assert "`train.py`" in answer.evidence[0].note


def test_met_where_a_caller_seeds(tmp_path):
    files = {
        "engine.py": "import torch\n\n\ndef learn(model, x, y):\n    loss = model(x)\n"
        "    loss.backward()\n    optimizer.step()\n",
        "train.py": "import torch\nfrom engine import learn\n\ntorch.manual_seed(0)\n"
        "model = torch.nn.Linear(3, 1)\nlearn(model, x, y)\n",
        "again.py": "import torch\nfrom engine import learn\n\n"
        "model = torch.nn.Linear(3, 1)\nlearn(model, x, y)\n",
    }
    is_met(judged(tmp_path, seeds_are_fixed, files))


def test_met_by_a_seed_that_a_notebook_sets_before_it_trains_with_own_modules(tmp_path):
    training = """import torch
from torch import nn, optim
from torch.utils.data import DataLoader


def run(loader, criterion):
    model = nn.Linear(3, 1)
    optimizer = optim.SGD(model.parameters(), lr=0.1)
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        loss.backward()
        optimizer.step()
"""
    seeded = "import torch\nfrom learning import run\ntorch.manual_seed(0)\nrun(1, 2)\n"
    files = {"learning.py": training, "main.ipynb": notebook(seeded)}
    is_met(judged(tmp_path / "seeded", seeds_are_fixed, files), "learning.py:12")
    files["main.ipynb"] = notebook(seeded.replace("torch.manual_seed(0)", "torch.zeros(1)"))
    is_unmet(judged(tmp_path / "unseeded", seeds_are_fixed, files), at=["learning.py:12"])


def test_met_where_a_seeded_program_uses_the_file_behind_another(tmp_path):
    files = {
        "agent.py": "import numpy as np\n\n\ndef act(n):\n    return np.random.randint(n)\n",
        "loop.py": "from agent import act\n\n\ndef play(model):\n    model.fit(act(3))\n",
        "train.py": "import numpy as np\nfrom sklearn.svm import SVC\nfrom loop import play\n\n"
        "np.random.seed(0)\nplay(SVC())\nSVC().fit(X, y)\n",
        "look.py": "from agent import act\nfrom sklearn.svm import SVC\n\n"
        "print(act(2))\nSVC().fit(X, y)\n",
    }
    is_met(judged(tmp_path, seeds_are_fixed, files))


def test_a_dummy_in_place_of_a_lost_model_trains_nothing(tmp_path):
    code = """import numpy as np
from joblib import load
from sklearn.dummy import DummyClassifier
try:
    model = load("model.joblib")
except OSError:
    model = DummyClassifier()
    model.fit(np.zeros((9, 2)), np.zeros(9))
rows = np.random.rand(9, 2)
"""
    is_unknown(judged(tmp_path, seeds_are_fixed, {"audit.py": code}), "no training code")
    code = code.replace("DummyClassifier", "SVC").replace("sklearn.dummy", "sklearn.svm")
    is_unmet(judged(tmp_path / "model", seeds_are_fixed, {"audit.py": code}))
