"""What part a file plays: found, not found, and the look-alikes that decide."""

import pytest

from mlops_platform.core.facts.repository import Role, read_repository
from mlops_platform_tests.drawing import draw_checkout

EVALUATES = (
    "import torch\n\ndef test(model, loader):\n    assert loader\n    return model(loader)\n"
)
TESTS = "from src import x\n\ndef test_x():\n    assert x() == 1\n"


@pytest.mark.parametrize(
    ("path", "content", "role"),
    [
        ("src/train.py", "", Role.SOURCE),
        ("tests/test_x.py", "", Role.TEST),
        ("tests/fixtures/sample.csv", "a\n1\n", Role.TEST),
        ("pkg/conftest.py", "", Role.TEST),
        ("src/test_x.py", TESTS, Role.TEST),
        ("data/data_test.py", "import pytest\n", Role.TEST),
        ("src/x_test.py", "import unittest\n", Role.TEST),
        ("test.py", "import unittest\n", Role.TEST),
        ("ui/App.spec.tsx", "", Role.TEST),
        ("test.py", EVALUATES, Role.SOURCE),
        ("test.py", TESTS, Role.SOURCE),
        (
            "scripts/test_model.py",
            "import click\n\ndef test_model(data):\n    print(data)\n",
            Role.SOURCE,
        ),
        ("test_api.py", "import requests\nprint(requests.post('http://x'))\n", Role.SOURCE),
        ("src/testing.py", "", Role.SOURCE),
        ("latest/run.py", "", Role.SOURCE),
        ("data/test/a.csv", "a\n", Role.SOURCE),
        ("data/tests/a.csv", "a\n", Role.SOURCE),
        ("test/a.csv", "a\n", Role.SOURCE),
        ("test/test_x.py", "", Role.TEST),
        ("docs/conf.py", "", Role.DOCS),
        ("README.md", "", Role.DOCS),
        ("data/docs/letter.txt", "", Role.SOURCE),
        ("examples/run.py", "", Role.EXAMPLE),
        ("data/samples/a.csv", "", Role.SOURCE),
        ("third_party/x/a.py", "", Role.VENDORED),
        ("web/node_modules/a/index.js", "", Role.VENDORED),
        ("static/jquery-3.6.0.min.js", "", Role.VENDORED),
        ("data/vendor/prices.csv", "", Role.SOURCE),
        ("src/vendors.py", "", Role.SOURCE),
        ("src/__pycache__/a.cpython-311.pyc", b"\x00", Role.GENERATED),
        ("mlruns/0/meta.yaml", "", Role.GENERATED),
        ("pkg.egg-info/PKG-INFO", "", Role.GENERATED),
        ("notebooks/.ipynb_checkpoints/a-checkpoint.ipynb", "", Role.GENERATED),
        ("build/lib/pkg/a.py", "", Role.GENERATED),
        ("build/Dockerfile", "", Role.SOURCE),
        ("outputs/2024-01-02/10-00-00/.hydra/config.yaml", "", Role.GENERATED),
        ("outputs/model.py", "", Role.SOURCE),
        ("proto/x_pb2.py", "", Role.GENERATED),
    ],
)
def test_a_file_plays_this_part(tmp_path, path, content, role):
    files = read_repository(draw_checkout(tmp_path, {path: content})).files
    assert {each.path: each.role for each in files} == {path: role}


def roles(tmp_path, files):
    found = read_repository(draw_checkout(tmp_path, files))
    return {each.path: each.role.value for each in found.files}, found.vendored_trees


def test_a_wandb_folder_is_generated_only_where_it_holds_runs(tmp_path):
    found, _ = roles(
        tmp_path, {"wandb/run-2024_1/log.txt": "", "wandb/debug.log": "", "own/wandb/logger.py": ""}
    )
    assert found["wandb/run-2024_1/log.txt"] == "generated"
    assert found["own/wandb/logger.py"] == "source"


def test_a_committed_virtual_environment_is_one_vendored_tree_whatever_its_name(tmp_path):
    found, trees = roles(
        tmp_path,
        {
            "churn/pyvenv.cfg": "",
            "churn/Lib/site-packages/sklearn/tests/test_base.py": TESTS,
            "churn/Scripts/activate": "",
            "env/bin/python.sh": "",
            "env/lib/python3.9/site-packages/a.py": "",
            "src/train.py": "",
        },
    )
    assert trees == ("churn", "env")
    assert [path for path, role in found.items() if role != "vendored"] == ["src/train.py"]


def test_a_reinforcement_learning_env_folder_is_source(tmp_path):
    found, trees = roles(tmp_path, {"env/grid.py": "", "env/lib/maze.py": ""})
    assert set(found.values()) == {"source"}
    assert trees == ()


def test_an_environment_in_the_root_does_not_hide_the_project(tmp_path):
    found, trees = roles(
        tmp_path,
        {
            "pyvenv.cfg": "",
            "Lib/site-packages/a.py": "",
            "Scripts/activate.bat": "",
            "src/train.py": "",
            "train.py": "",
        },
    )
    assert found["train.py"] == found["src/train.py"] == "source"
    assert trees == ("Lib", "Scripts")


def test_a_built_documentation_site_is_generated(tmp_path):
    found, _ = roles(
        tmp_path, {"docs/.buildinfo": "", "docs/_sources/a.txt": "", "doc/index.rst": ""}
    )
    assert found["docs/_sources/a.txt"] == "generated"
    assert found["doc/index.rst"] == "docs"


def test_a_built_site_of_pages_is_generated_and_a_folder_of_sites_is_not(tmp_path):
    pages = {f"site/{name}": "" for name in ("404.html", "index.html", "sitemap.xml", "a.csv")}
    found, _ = roles(tmp_path, {**pages, "data/site/index.html": "", "data/site/b.csv": ""})
    assert found["site/a.csv"] == "generated"
    assert found["data/site/b.csv"] == "source"
