"""Machine learning or not, and which kind, with the reason."""

from pathlib import Path

import pytest

from mlops_platform.core.gather.project_profile import gather_project_profile
from mlops_platform.core.sections.project_profile import ProjectKind, ProjectProfileFacts
from mlops_platform_tests.core.detectors.sightings import notebook
from mlops_platform_tests.drawing import draw_checkout

TRAIN = "from sklearn.svm import SVC\nSVC().fit([[0], [1]], [0, 1])\n"
FIT = "from sklearn.svm import SVC\ndef train():\n    SVC().fit([[0], [1]], [0, 1])\n"
SEARCH = """from sklearn.base import clone
class Search:
    def fit(self, x, y):
        return clone(self.model).fit(x, y)
"""
FITS = "def fit_and_see(search):\n    search.fit(x, y)\nfit_and_see(Search())\n"
SEARCHES = f"from search import Search\n{FITS}"
STARTER = "from src.fit import train\nif __name__ == '__main__':\n    train()\n"
USE = "import torch\nmodel = torch.load('model.pt')\n"
WEB = "import fastapi\napp = fastapi.FastAPI()\n"


def profile_of(tmp_path: Path, files: dict[str, str]) -> ProjectProfileFacts:
    return gather_project_profile(draw_checkout(tmp_path, files))


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ({"train.py": TRAIN}, ProjectKind.SINGLE_PROJECT),
        (
            {"a/train.py": TRAIN, "b/train.py": TRAIN, "c/train.py": TRAIN},
            ProjectKind.MANY_PROJECTS,
        ),
        (
            {
                f"examples/{n}/{f}": t
                for n in "abc"
                for f, t in (("README.md", "#"), ("t.py", TRAIN))
            },
            ProjectKind.MANY_PROJECTS,
        ),
        (
            {f"src/{n}/train.py": TRAIN for n in "abc"},
            ProjectKind.SINGLE_PROJECT,
        ),
        (
            {
                "src/__init__.py": "",
                "src/fit.py": FIT,
                "src/cli.py": STARTER,
                "scripts/run.py": STARTER,
                "jobs/run.py": STARTER,
            },
            ProjectKind.SINGLE_PROJECT,
        ),
        (
            {
                "pyproject.toml": "[tool.poetry]\nname = 'heart-attacks'\n",
                "src/search.py": SEARCH,
                "src/train.ipynb": notebook(SEARCHES),
            },
            ProjectKind.SINGLE_PROJECT,
        ),
        (
            {
                "pyproject.toml": "[project]\nname = 'searching'\n",
                "searching/search.py": SEARCH,
                "tour.ipynb": notebook(f"from searching.search import Search\n{FITS}"),
            },
            ProjectKind.LIBRARY,
        ),
        ({"predict.py": USE}, ProjectKind.INFERENCE_ONLY),
        (
            {
                f"apis/{name}/{file}": text
                for name in "abc"
                for file, text in (("requirements.txt", "torch\n"), ("api.py", USE))
            },
            ProjectKind.MANY_PROJECTS,
        ),
        ({f"serving/{name}/api.py": USE for name in "abc"}, ProjectKind.INFERENCE_ONLY),
        ({"fit.ipynb": notebook(TRAIN)}, ProjectKind.NOTEBOOKS_ONLY),
        ({"look.ipynb": notebook("import sklearn\n")}, ProjectKind.NOTEBOOKS_ONLY),
        (
            {"look.ipynb": notebook("import sklearn\n"), "nets.py": "import torch\n"},
            ProjectKind.LIBRARY,
        ),
        (
            {"Dockerfile": "FROM pytorch/torchserve\n", "net.py": "import torchvision\n"},
            ProjectKind.INFERENCE_ONLY,
        ),
        (
            {
                "pyproject.toml": "[project]\nname = 'hate'\n",
                "hate/fit.py": FIT,
                "api/main.py": WEB + USE,
            },
            ProjectKind.SINGLE_PROJECT,
        ),
        ({"fit.ipynb": notebook(TRAIN), "site.py": WEB}, ProjectKind.NOTEBOOKS_ONLY),
        ({"fit.ipynb": notebook(TRAIN), "api.py": WEB + USE}, ProjectKind.SINGLE_PROJECT),
        (
            {"cookiecutter.json": "{}", "{{cookiecutter.name}}/train.py": TRAIN},
            ProjectKind.TEMPLATE,
        ),
        (
            {"pyproject.toml": "[project]\nname = 'nets'\n", "nets/layer.py": "import torch\n"},
            ProjectKind.LIBRARY,
        ),
        (
            {
                "setup.py": "from setuptools import setup\nsetup(name='deep_nets')\n",
                "README.md": "```bash\npip install deep-nets\n```\n",
                "train.py": TRAIN,
            },
            ProjectKind.LIBRARY,
        ),
        (
            {
                "setup.py": "from setuptools import setup\nsetup(name='churn')\n",
                "README.md": "```bash\npip install -e .\n```\n",
                "train.py": TRAIN,
            },
            ProjectKind.SINGLE_PROJECT,
        ),
    ],
)
def test_kinds_of_machine_learning(
    tmp_path: Path, files: dict[str, str], kind: ProjectKind
) -> None:
    facts = profile_of(tmp_path, files)
    assert (facts.is_ml_project, facts.kind) == (True, kind)
    assert facts.because


@pytest.mark.parametrize(
    "files",
    [
        {"app.py": WEB},
        {"requirements.txt": "torch\n", "app.py": WEB},
        {"notes.md": "We train models with scikit-learn."},
        {"keras.py": "x = 1\n", "app.py": "import keras\n"},
        {"tests/test_torch.py": USE, "app.py": WEB},
        {},
    ],
)
def test_not_machine_learning(tmp_path: Path, files: dict[str, str]) -> None:
    facts = profile_of(tmp_path, files)
    assert (facts.is_ml_project, facts.kind) == (False, ProjectKind.NOT_ML)
    assert facts.training_entry_points == ()


def test_one_optional_integration_does_not_make_a_web_library_learn(tmp_path: Path) -> None:
    files = {f"web/part{n}.py": WEB for n in range(40)} | {"web/tensors.py": "import torch\n"}
    facts = profile_of(tmp_path, files)
    assert not facts.is_ml_project
    assert "only 1 of its Python files" in facts.because


def test_many_projects_are_named_by_their_folders(tmp_path):
    files = {f"{name}/train.py": TRAIN for name in ("churn", "fraud", "prices", "spam")}
    profile = profile_of(tmp_path, files)
    assert profile.because == (
        "models are trained in folders of their own: churn, fraud, prices and 1 more"
    )
