import pytest

from mlops_platform.core.planning.downloads import downloads
from mlops_platform_tests.core.plans import PLAIN, planning_facts


def found(tmp_path, code, **others):
    facts = planning_facts(tmp_path, {"main.py": code, **others})
    return [each.name for each in downloads(("main.py",), facts)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (
            "from sklearn.datasets import fetch_california_housing as f\nf()",
            "sklearn.datasets.fetch_california_housing",
        ),
        (
            "import torchvision\ntorchvision.datasets.MNIST('data', download=True)",
            "torchvision.datasets.MNIST",
        ),
        ("import pandas as pd\npd.read_csv('https://a.example/x.csv')", "pandas.read_csv"),
        ("from datasets import load_dataset\nload_dataset('imdb')", "datasets.load_dataset"),
        (
            "from transformers import AutoModel\nAutoModel.from_pretrained('bert-base-uncased')",
            "transformers.AutoModel.from_pretrained",
        ),
        (
            "import torchvision\ntorchvision.models.resnet18(pretrained=True)",
            "torchvision.models.resnet18",
        ),
        ("from keras.datasets import mnist\nmnist.load_data()", "keras.datasets.mnist.load_data"),
    ],
)
def test_calls_that_fetch(tmp_path, code, name):
    assert found(tmp_path, code) == [name]


@pytest.mark.parametrize(
    "code",
    [
        "from sklearn.datasets import load_iris\nload_iris()",
        "import torchvision\ntorchvision.datasets.FakeData()",
        "import torchvision\ntorchvision.datasets.MNIST('data', download=False)",
        "import pandas as pd\npd.read_csv('data/rows.csv')",
        "from datasets import load_dataset\nload_dataset('csv', data_files='a.csv')",
        "import torchvision\ntorchvision.models.resnet18(pretrained=False)",
        "from sklearn.datasets import fetch_openml\ndef unused():\n    fetch_openml('x')\n",
    ],
)
def test_look_alikes_do_not_fetch(tmp_path, code):
    assert found(tmp_path, code) == []


def test_a_fetch_in_a_called_function_of_another_file_counts(tmp_path):
    helper = (
        "from sklearn.datasets import fetch_openml\ndef load():\n    return fetch_openml('x')\n"
    )
    code = "from helper import load\nif __name__ == '__main__':\n    load()\n"
    assert found(tmp_path, code, **{"helper.py": helper}) == ["sklearn.datasets.fetch_openml"]


def test_what_may_be_here_already_counts_only_without_data(tmp_path):
    code = "import urllib.request\nurllib.request.urlretrieve('https://a.example/x', 'x')\n"
    assert found(tmp_path, code) == ["urllib.request.urlretrieve"]
    assert found(tmp_path, code, **{"data/rows.csv": PLAIN["data/rows.csv"]}) == []
