"""Entry points are found by what starting a file leads to, and started as the repository says."""

import json
from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import read_checkout
from mlops_platform.core.profiling.entry_points import EntryPoints, find_entry_points
from mlops_platform_tests.drawing import draw_checkout

FIT = """
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score

def train_model(x, y):
    model = LogisticRegression()
    model.fit(x, y)
    return model
"""
LOADED = "import torch\nnet = torch.load('net.pt')\n"
REPORTED = "from sklearn.metrics import classification_report\nclassification_report(y, seen)\n"
MAIN = '\nif __name__ == "__main__":\n    main()\n'


def entries_of(tmp_path: Path, files: dict[str, str]) -> EntryPoints:
    return find_entry_points(read_checkout(draw_checkout(tmp_path, files)))


def test_a_script_that_calls_a_fit_in_another_file_comes_before_that_file(tmp_path: Path) -> None:
    found = entries_of(
        tmp_path,
        {
            "main.py": "from src.train import train_model\n\n"
            f"def main():\n    train_model([], []){MAIN}",
            "src/train.py": FIT,
        },
    )
    first, second = found.training
    assert (first.path, first.command) == ("main.py", "python main.py")
    assert (second.path, second.command) == ("src/train.py", None)
    assert first.evidence[0].path == "src/train.py"


def test_nothing_is_invented_where_nothing_trains(tmp_path: Path) -> None:
    files = {
        "train.py": "print('choo choo')\n",
        "scale.py": "from sklearn.preprocessing import StandardScaler\n"
        "StandardScaler().fit([[1]])\n",
        "README.md": "```\npython train.py\n```\n",
    }
    assert entries_of(tmp_path, files) == EntryPoints((), ())


def test_a_script_named_after_evaluation_may_measure_by_hand(tmp_path: Path) -> None:
    code = (
        "import xgboost\n\ndef main():\n    booster = xgboost.Booster()\n"
        f"    hits = sum(booster.predict([[1]]) == [1])\n{MAIN}"
    )
    (found,) = entries_of(tmp_path, {"evaluate.py": code}).evaluation
    assert found.command == "python evaluate.py"
    assert entries_of(tmp_path / "b", {"predict.py": code}).evaluation == ()


def test_a_widget_that_shows_a_number_measures_nothing(tmp_path: Path) -> None:
    files = {"eval_page.py": "import streamlit as st\nst.sidebar.metric('files', 3)\n"}
    assert entries_of(tmp_path, files).evaluation == ()


def test_a_script_may_need_its_own_folder_and_the_root(tmp_path: Path) -> None:
    files = {
        "config/values.py": "RATE = 1\n",
        "src/curves.py": "POINTS = 2\n",
        "src/net.py": f"import curves\nfrom config import values\n{FIT}",
        "src/train.py": "from config import values\nfrom src.net import train_model\n\n"
        f"def main():\n    train_model([], []){MAIN}",
    }
    assert entries_of(tmp_path, files).training[0].command == "PYTHONPATH=. python src/train.py"


def test_a_fit_in_the_tests_alone_is_no_entry_point(tmp_path: Path) -> None:
    files = {"tests/test_model.py": f"{FIT}\ndef test_fit():\n    train_model([[1]], [0])\n"}
    assert entries_of(tmp_path, files).training == ()


def test_the_documented_command_is_taken_with_its_arguments_and_folder(tmp_path: Path) -> None:
    script = f"""
import argparse
{FIT}
def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--fold", type=int, required=True)
    parser.parse_args()
    train_model([], [])
{MAIN}"""
    found = entries_of(
        tmp_path,
        {
            "README.md": "## Train\n```bash\ncd code\npython train.py --fold 0\n```\n",
            "code/train.py": script,
        },
    )
    first = found.training[0]
    assert first.command == "python train.py --fold 0"
    assert first.working_directory == "code"
    assert first.required_arguments == ()
    assert [place.path for place in first.evidence] == ["code/train.py", "README.md"]


def test_an_undocumented_required_argument_is_named(tmp_path: Path) -> None:
    script = (
        f"import click\n{FIT}\n@click.command()\n@click.option('--data', required=True)\n"
        f"def main(data):\n    train_model([], []){MAIN}"
    )
    first = entries_of(tmp_path, {"train.py": script}).training[0]
    assert first.required_arguments == ("--data",)
    assert first.command == "python train.py --data DATA"


@pytest.mark.parametrize(
    ("value", "are_stated", "note"),
    [
        ("$(shell ls data)", True, "gives the command with its arguments"),
        ("<folder>", False, "gives the command"),
    ],
)
def test_a_makefile_may_state_the_arguments(
    tmp_path: Path, value: str, are_stated: bool, note: str
) -> None:
    script = (
        f"import argparse\n{FIT}\nparser = argparse.ArgumentParser()\n"
        "parser.add_argument('data')\nparser.parse_args()\ntrain_model([], [])\n"
    )
    lines = f"train:\n\tpython train.py {value}\n"
    first = entries_of(tmp_path, {"train.py": script, "Makefile": lines}).training[0]
    assert (first.required_arguments, first.are_arguments_stated) == (("data",), are_stated)
    assert first.evidence[-1].note == note


def test_of_several_choices_the_one_that_says_train_is_named(tmp_path: Path) -> None:
    script = (
        f"import argparse\n{FIT}\nparser = argparse.ArgumentParser()\n"
        "parser.add_argument('mode', choices=['predict', 'train'])\n"
        "if parser.parse_args().mode == 'train':\n    train_model([], [])\n"
    )
    assert entries_of(tmp_path, {"main.py": script}).training[0].command == "python main.py train"


def test_a_package_is_started_as_a_module(tmp_path: Path) -> None:
    found = entries_of(
        tmp_path,
        {
            "shop/__init__.py": "",
            "shop/model.py": FIT,
            "shop/train.py": "from shop.model import train_model\n\n"
            f"def main():\n    train_model([], []){MAIN}",
        },
    )
    assert found.training[0].command == "python -m shop.train"


def test_a_loop_by_hand_trains(tmp_path: Path) -> None:
    loop = "import torch\n\nfor x in range(3):\n    loss = torch.tensor(1.0)\n    loss.backward()\n"
    step = f"{loop}    optimizer.step()\n"
    assert entries_of(tmp_path, {"fit_net.py": step}).training[0].path == "fit_net.py"


def test_a_map_of_what_a_network_looks_at_needs_gradients_and_trains_nothing(
    tmp_path: Path,
) -> None:
    heatmap = "import torch\n\nfor x in range(3):\n    net(x)[0].backward()\n    show(seen)\n"
    assert entries_of(tmp_path, {"heatmap.py": heatmap}).training == ()


@pytest.mark.parametrize("role_file", ["legacy/train.py", "examples/train.py"])
def test_old_and_example_code_comes_after_the_project_itself(
    tmp_path: Path, role_file: str
) -> None:
    body = f"{FIT}\ntrain_model([[1]], [1])\n"
    found = entries_of(tmp_path, {"src/run.py": body, role_file: body})
    assert found.training[0].path == "src/run.py"


def test_a_dvc_pipeline_that_trains_is_an_entry_point(tmp_path: Path) -> None:
    pipeline = "stages:\n  train:\n    cmd: python src/train.py data model.pkl\n"
    script = f"import sys\n{FIT}\ndef main():\n    train_model(sys.argv[1], sys.argv[2]){MAIN}"
    found = entries_of(tmp_path, {"dvc.yaml": pipeline, "src/train.py": script})
    by_path = {entry.path: entry.command for entry in found.training}
    assert by_path == {
        "dvc.yaml": "dvc repro",
        "src/train.py": "python src/train.py data model.pkl",
    }


def test_a_dvc_pipeline_is_known_by_the_stage_that_trains_for_sure(tmp_path: Path) -> None:
    pipeline = (
        "stages:\n  prepare:\n    cmd: python prepare.py\n  train:\n    cmd: python train.py\n"
    )
    script = f"{FIT}\ntrain_model([[1]], [1])\n"
    files = {"dvc.yaml": pipeline, "prepare.py": script, "train.py": script}
    entry = next(e for e in entries_of(tmp_path, files).training if e.path == "dvc.yaml")
    assert "its stage train" in entry.because


@pytest.mark.parametrize(("method", "paths"), [("transform", []), ("label", ["clean.py"])])
def test_what_finds_outliers_in_a_transformer_prepares_data(
    tmp_path: Path, method: str, paths: list[str]
) -> None:
    script = f"""
from sklearn.ensemble import IsolationForest

class Trimmer:
    def fit(self, data):
        self.model = IsolationForest()
        self.model.fit(data)

    def {method}(self, data):
        return data[self.model.predict(data) == 1]

Trimmer().fit([[1]])
"""
    found = entries_of(tmp_path, {"clean.py": script})
    assert [entry.path for entry in found.training] == paths


@pytest.mark.parametrize(("parameter", "paths"), [("trial", ["search.py"]), ("page", [])])
def test_the_objective_of_a_search_is_started(
    tmp_path: Path, parameter: str, paths: list[str]
) -> None:
    search = f"""import optuna
from learning import train_model

def objective({parameter}):
    return train_model([[1]], [1])

study = optuna.create_study()
study.optimize(objective, n_trials=3)
"""
    found = entries_of(tmp_path, {"search.py": search, "learning.py": FIT})
    assert [entry.path for entry in found.training if entry.command] == paths


def test_a_separate_evaluation_comes_before_the_training_that_measures_too(tmp_path: Path) -> None:
    found = entries_of(
        tmp_path,
        {
            "train.py": f"{FIT}\nmodel = train_model([[1]], [1])\n"
            "print(accuracy_score([1], [1]))\n",
            "evaluate.py": "from sklearn.metrics import f1_score\nprint(f1_score([1], [1]))\n",
        },
    )
    assert [entry.path for entry in found.evaluation] == ["evaluate.py", "train.py"]


def test_what_lightning_hooks_measure_is_no_evaluation(tmp_path: Path) -> None:
    module = """
import pytorch_lightning as pl
import torchmetrics

class Net(pl.LightningModule):
    def validation_step(self, batch, index):
        return torchmetrics.functional.accuracy(batch, batch)

trainer = pl.Trainer()
trainer.fit(Net())
"""
    found = entries_of(tmp_path, {"train.py": module})
    assert [entry.path for entry in found.training] == ["train.py"]
    assert found.evaluation == ()


def test_a_spacy_project_trains_and_measures_by_its_workflow(tmp_path: Path) -> None:
    project = (
        "workflows:\n  all: [train, evaluate]\ncommands:\n"
        "  - name: train\n    script: ['python -m spacy train a.cfg']\n"
        "  - name: evaluate\n    script: ['python -m spacy evaluate model corpus']\n"
    )
    found = entries_of(tmp_path, {"ner/project.yml": project})
    command = "python -m spacy project run all"
    for (entry,), line in ((found.training, 5), (found.evaluation, 7)):
        assert (entry.path, entry.command, entry.working_directory) == (
            "ner/project.yml",
            command,
            "ner",
        )
        assert entry.evidence[0].line == line


TORCH_DATA = """
import torch
from sklearn.preprocessing import MinMaxScaler
from torch.utils.data import Dataset

class Prices(Dataset):
    def __init__(self, rows, train=True, scaler=None):
        self.scaler = scaler
        if train:
            self.scaler = MinMaxScaler()
            self.scaler.fit(rows)
"""
STEPS = """
def train_network(model, batches, loss_of, optimizer):
    for batch in batches:
        optimizer.zero_grad()
        loss_of(model(batch), batch).backward()
        optimizer.step()
"""


def test_a_scaler_of_a_data_set_is_no_model(tmp_path: Path) -> None:
    files = {"data.py": TORCH_DATA, "main.py": "from data import Prices\nPrices([1, 2])\n"}
    assert entries_of(tmp_path, files).training == ()


def test_a_function_that_is_handed_on_may_be_called(tmp_path: Path) -> None:
    files = {
        "data.py": TORCH_DATA,
        "steps.py": STEPS,
        "main.py": "from data import Prices\nfrom run import run\nfrom steps import train_network\n"
        'WAYS = {"network": {"train": train_network}}\nrun(Prices([1]), WAYS["network"])\n',
        "run.py": 'def run(rows, way):\n    way["train"](rows)\n',
    }
    first = entries_of(tmp_path, files).training[0]
    assert first.because == "it leads to steps.py, which fits a model"
    assert (first.command, first.evidence[0].path) == ("python main.py", "steps.py")


def test_a_function_that_is_imported_and_not_used_leads_nowhere(tmp_path: Path) -> None:
    files = {"steps.py": STEPS, "main.py": "from steps import train_network\nprint('ready')\n"}
    assert [each.path for each in entries_of(tmp_path, files).training] == ["steps.py"]


def test_a_main_guard_that_only_speaks_starts_nothing(tmp_path: Path) -> None:
    spoken = 'if __name__ == "__main__":\n    print("This module is no script.")\n'
    files = {
        "trainer.py": f"{STEPS}\n{spoken}",
        "main.py": "from trainer import train_network\ntrain_network(1, 2, 3, 4)\n",
    }
    found = {each.path: each.command for each in entries_of(tmp_path, files).training}
    assert found == {"main.py": "python main.py", "trainer.py": None}


def test_who_starts_a_server_does_not_start_what_a_request_asks_for(tmp_path: Path) -> None:
    app = """
from fastapi import FastAPI
import uvicorn
from train import train_model

app = FastAPI()

@app.put("/model")
def retrain():
    def work():
        train_model([], [])
    work()

if __name__ == "__main__":
    uvicorn.run(app)
"""
    found = entries_of(tmp_path, {"app.py": app, "train.py": FIT}).training
    assert [(each.path, each.command) for each in found] == [("train.py", None)]


def test_a_command_that_asks_for_help_trains_nothing(tmp_path: Path) -> None:
    files = {
        "README.md": "# Net\n\n```console\npython fit.py --help\n```\n",
        "fit.py": f"{FIT}\ntrain_model([], [])\n",
    }
    assert entries_of(tmp_path, files).training[0].command == "python fit.py"


def test_a_model_that_another_module_makes_is_fitted_by_a_step_of_a_pipeline(
    tmp_path: Path,
) -> None:
    found = entries_of(
        tmp_path,
        {
            "run.py": "from pipes.training import training\nfrom steps.trainer import trainer\n"
            'job = training(trainer=trainer())\nif __name__ == "__main__":\n    job.run()\n',
            "pipes/training.py": "def training(trainer):\n    trainer()\n",
            "steps/trainer.py": "from zenml.steps import step\nfrom parts.model import pipeline\n"
            "@step\ndef trainer(x, y):\n    return pipeline.fit(X=x, y=y)\n",
            "parts/model.py": "from sklearn.svm import SVC\npipeline = SVC()\n",
        },
    )
    assert (found.training[0].path, found.training[0].command) == ("run.py", "python run.py")
    assert found.training[0].evidence[0].path == "steps/trainer.py"


def test_what_an_object_keeps_and_calls_makes_no_object(tmp_path: Path) -> None:
    learner = """import torch
class Learner:
    def __init__(self, model):
        self.best = model
    def train(self, x):
        self.best(x).backward()
        self.optimizer.step()
    def predict(self, x):
        return self.best(x)
"""
    head = "import pickle\nfrom learner import Learner\ndef main():\n"
    files = {
        "learner.py": learner,
        "run.py": f"{head}    Learner(0).train(1){MAIN}",
        "apply.py": f"{head}    pickle.load(open('m', 'rb')).predict(1){MAIN}",
    }
    assert [each.path for each in entries_of(tmp_path, files).training] == ["run.py", "learner.py"]


def test_a_file_that_nothing_starts_says_where_it_leads(tmp_path: Path) -> None:
    calling = "from src.train import train_model\nROUTES = [('/train', train_model)]\n"
    found = entries_of(tmp_path, {"src/train.py": FIT, "src/routes.py": calling})
    told = {each.path: each.because for each in found.training}
    assert told["src/routes.py"].startswith("it leads to src/train.py, which fits a model")
    assert told["src/train.py"].startswith("a function in it fits a model")


def test_a_script_among_the_tests_measures(tmp_path: Path) -> None:
    measuring = """from sklearn.metrics import accuracy_score
def test_loop(model, x, y):
    print(accuracy_score(y, model.predict(x)))
if __name__ == "__main__":
    test_loop(1, 2, 3)
"""
    found = entries_of(tmp_path, {"tests/test_model.py": measuring, "train.py": FIT})
    assert [each.path for each in found.evaluation] == ["tests/test_model.py"]


@pytest.mark.parametrize(
    ("path", "code", "is_found"),
    [
        ("model_evaluation.ipynb", "judge.calculate_accuracy()", True),
        ("model_evaluation.ipynb", "learner.fit_model(1)\njudge.calculate_accuracy()", False),
        ("looking.ipynb", "judge.calculate_accuracy()", False),
        ("model_evaluation.ipynb", "judge.show()", False),
        ("test_net.ipynb", LOADED + REPORTED, True),
        ("test_net.ipynb", REPORTED, False),
        ("test_net.ipynb", LOADED, False),
    ],
)
def test_a_notebook_that_only_measures_is_where_evaluation_starts(
    tmp_path: Path, path: str, code: str, is_found: bool
) -> None:
    cells = [{"cell_type": "code", "source": f"from judges import judge\n{code}"}]
    found = entries_of(tmp_path, {path: json.dumps({"cells": cells}), "train.py": FIT})
    assert [each.command for each in found.evaluation] == [f"jupyter execute {path}"] * is_found


def test_a_function_that_a_search_is_handed_is_run(tmp_path: Path) -> None:
    search = f"""from hyperopt import fmin
from src.train import train_model
def main():
    def objective(params):
        return train_model([], [])
    fmin(fn=objective, space=1)
{MAIN}"""
    serve = f"""from src.train import train_model
def main(app):
    @app.post("/train")
    def train():
        train_model([], [])
{MAIN}"""
    files = {"src/train.py": FIT, "search.py": search, "serve.py": serve}
    commands = [each.command for each in entries_of(tmp_path, files).training]
    assert "python search.py" in commands
    assert "python serve.py" not in commands


def test_a_function_with_some_of_its_arguments_leads_where_the_function_does(
    tmp_path: Path,
) -> None:
    files = {
        "run.py": f"from loops import train_epoch\n\n\ndef main():\n    train_epoch(data)\n{MAIN}",
        "loops.py": "import functools\nimport torch\nfrom foreign import Accumulator\n\n\n"
        "def _epoch(data, learns):\n    steps = Accumulator()\n"
        "    for x in data:\n        steps.backward_step(model, loss, optimizer)\n\n\n"
        "train_epoch = functools.partial(_epoch, learns=True)\n",
    }
    first = entries_of(tmp_path, files).training[0]
    assert (first.path, first.command) == ("run.py", "python run.py")
    files["loops.py"] = files["loops.py"].replace("functools.partial(_epoch, learns=True)", "print")
    assert entries_of(tmp_path / "b", files).training[0].path == "loops.py"


EXPLAINS = """import torch
def attribute(model, inputs):
    inputs = inputs.detach().requires_grad_(True)
    model(inputs)[0, 1].backward()
    return inputs.grad
"""


def test_gradients_of_the_inputs_train_nothing(tmp_path: Path) -> None:
    main = "from explain import attribute\nfrom net import model, rows\nattribute(model, rows)\n"
    assert entries_of(tmp_path, {"explain.py": EXPLAINS, "main.py": main}).training == ()


@pytest.mark.parametrize(("cell", "is_found"), [("train_model(x, y)", True), ("show(x)", False)])
def test_a_notebook_that_starts_own_training_is_where_training_starts(
    tmp_path: Path, cell: str, is_found: bool
) -> None:
    source = f"from models import train_model, show\n{cell}"
    book = json.dumps({"cells": [{"cell_type": "code", "source": source}]})
    found = entries_of(tmp_path, {"look.ipynb": book, "models.py": f"{FIT}\ndef show(x): ...\n"})
    assert ("look.ipynb" in [each.path for each in found.training]) is is_found
