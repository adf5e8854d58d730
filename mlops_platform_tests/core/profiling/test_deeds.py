"""What code does, by call: models saved and loaded, metrics recorded, seeds fixed, data fetched."""

from pathlib import Path

import pytest

from mlops_platform.core.facts.reading import Reading, read_checkout
from mlops_platform.core.profiling import deeds
from mlops_platform_tests.drawing import draw_checkout

CODE = """
import joblib, mlflow, random
from sklearn.model_selection import train_test_split
from sklearn.datasets import fetch_openml

random.seed(7)
x = fetch_openml("adult")
train_test_split(x, random_state=42)
train_test_split(x, random_state=None)
joblib.dump(x, "data/rows.pkl")
joblib.dump(x, "models/model.pkl")
joblib.load("models/model.pkl")
mlflow.log_metric("auc", 0.9)
mlflow.sklearn.log_model(x, "model", registered_model_name="churn")
"""


MORE = """
import kaggle, torchvision
from mlflow import MlflowClient
kaggle.api.authenticate()
kaggle.api.dataset_download_files("a/b")
torchvision.datasets.MNIST("d")
torchvision.datasets.ImageFolder("d"), torchvision.datasets.utils.download_url(url, "d")
name = input()
log(x, registered_model_name=f"{name}-1")
class Stages:
    def move(self):
        self.client.transition_model_version_stage(name, 1, "Production")
import bentoml
bentoml.sklearn.save_model("m", x)
"""


def reading_of(tmp_path: Path, code: str) -> Reading:
    return read_checkout(draw_checkout(tmp_path, {"train.py": code}))


def test_each_deed_is_found_at_its_line(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, CODE)
    lines = {
        name: [place.evidence.line for place in getattr(deeds, name)(reading)]
        for name in (
            "saved_models",
            "loaded_models",
            "logged_metrics",
            "registered_models",
            "fixed_seeds",
            "external_data",
        )
    }
    assert lines == {
        "saved_models": [11, 14],
        "loaded_models": [12],
        "logged_metrics": [13],
        "registered_models": [14],
        "fixed_seeds": [6, 8],
        "external_data": [7],
    }


def test_words_are_no_deeds(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, '"""joblib.dump(model, \'model.pkl\')"""\n# mlflow.log_metric\n')
    assert deeds.saved_models(reading) == deeds.logged_metrics(reading) == ()


def test_only_calls_that_fetch_are_data_from_outside(tmp_path: Path) -> None:
    found = deeds.external_data(reading_of(tmp_path, MORE))
    assert [place.evidence.line for place in found] == [5, 6]


def test_a_source_is_named_once(tmp_path: Path) -> None:
    code = """from torchvision.datasets import CIFAR10, MNIST
train, test = MNIST("d", train=True), MNIST("d", train=False)
other = CIFAR10("d")
"""
    found = deeds.external_data(reading_of(tmp_path, code))
    assert [place.name.rpartition(".")[2] for place in found] == ["MNIST", "CIFAR10"]


def test_a_download_by_an_object_of_kaggles_client_is_data_from_outside(tmp_path: Path) -> None:
    code = """from kaggle.api.kaggle_api_extended import KaggleApi
def fetch():
    client = KaggleApi()
    client.authenticate()
    client.competition_download_files("titanic", path="data")
"""
    found = deeds.external_data(reading_of(tmp_path, code))
    assert [place.evidence.line for place in found] == [5]


def test_a_model_is_registered_under_any_name_and_by_any_client(tmp_path: Path) -> None:
    found = deeds.registered_models(reading_of(tmp_path, MORE))
    assert [place.evidence.line for place in found] == [9, 12, 14]


def test_a_model_on_a_hub_is_registered_and_a_data_set_is_none(tmp_path: Path) -> None:
    code = """from huggingface_hub import HfApi, upload_file
api = HfApi(token="")
def push():
    api.create_commit(repo_id="a/b", operations=[], commit_message="v2")
    api.upload_folder(repo_id="a/b", folder_path="rows", repo_type="dataset")
    upload_file(path_or_fileobj="app.py", path_in_repo="app.py", repo_id="a/b", repo_type="space")
    upload_file(path_or_fileobj="m.bin", path_in_repo="m.bin", repo_id="a/b")
"""
    found = deeds.registered_models(reading_of(tmp_path, code))
    assert [place.evidence.line for place in found] == [4, 7]


def test_what_a_tracker_of_its_own_kind_records_and_registers(tmp_path: Path) -> None:
    code = """
from clearml import OutputModel, Task
from wrapped.tensorboard import FirstRankSummaryWriter
Task.current_task().get_logger().report_scalar(title="loss", series="a", value=x, iteration=1)
writer = FirstRankSummaryWriter("runs")
writer.add_scalar("loss", 1, 2)
OutputModel(task=Task.current_task(), name="net")
builder.register(model_package_group_name="churn", approval_status="PendingManualApproval")
"""
    reading = reading_of(tmp_path, code)
    assert [place.evidence.line for place in deeds.logged_metrics(reading)] == [4, 6]
    assert [place.evidence.line for place in deeds.registered_models(reading)] == [7, 8]


@pytest.mark.parametrize("package", ["torch.utils.tensorboard", "tensorboardX"])
@pytest.mark.parametrize("method", ["add_scalar", "add_scalars"])
def test_a_writer_of_tensorboard_records(tmp_path: Path, package: str, method: str) -> None:
    code = f"from {package} import SummaryWriter\nSummaryWriter('runs').{method}('loss', 1, 2)\n"
    (place,) = deeds.logged_metrics(reading_of(tmp_path, code))
    assert (place.evidence.line, place.name.rpartition(".")[2]) == (2, method)


def test_a_writer_that_a_function_is_handed_records(tmp_path: Path) -> None:
    code = "def validate(model, log):\n    log.add_scalar('loss', 1, 2)\n"
    assert [place.evidence.line for place in deeds.logged_metrics(reading_of(tmp_path, code))] == [
        2
    ]


def test_a_report_without_its_tracker_records_nothing(tmp_path: Path) -> None:
    assert deeds.logged_metrics(reading_of(tmp_path, "printer.report_scalar(1)\n")) == ()


def test_what_was_fetched_fetches_nothing_again(tmp_path: Path) -> None:
    code = (
        "from torchvision.datasets import CIFAR10\n"
        "def item(data: CIFAR10, n):\n    return data.transform(data.data[n])\n"
    )
    assert deeds.external_data(reading_of(tmp_path, code)) == ()


def test_to_log_in_to_a_tracker_records_nothing(tmp_path: Path) -> None:
    code = "import wandb\nwandb.login()\nrun = wandb.init()\nrun.log({'a': 1})\n"
    more = "wandb.log_artifact(x)\nwandb.log({'a': 1})\n"
    found = deeds.logged_metrics(reading_of(tmp_path, code + more))
    assert [place.evidence.line for place in found] == [4, 6]
