"""Local or a library: the folder that shares a library's name is the trap."""

import pytest

from mlops_platform.core.facts.python.local_modules import LocalModules
from mlops_platform_tests.core.facts.reading_code import index

LOCAL = [
    ("a neighbour", "train.py", "import utils", ["utils.py"]),
    ("a package at the root", "scripts/run.py", "from pkg.a import b", ["pkg/__init__.py"]),
    ("a folder without __init__", "run.py", "from code_.a import b", ["code_/a.py"]),
    ("a name that is a file", "run.py", "from models import net", ["models/net.py"]),
    ("a source folder", "scripts/run.py", "import pkg.x", ["src/pkg/x.py"]),
    (
        "a project in a folder",
        "scripts/run.py",
        "import pkg",
        ["be/pyproject.toml", "be/pkg/__init__.py"],
    ),
    ("a folder above", "a/b/c/run.py", "from lib_ import x", ["a/lib_/x.py"]),
    (
        "a neighbour inside a package",
        "src/train.py",
        "import utils",
        ["src/__init__.py", "src/utils.py"],
    ),
    ("a relative import", "pkg/a.py", "from . import b", ["pkg/b.py"]),
    ("the library's own repository", "sklearn/svm/x.py", "import sklearn", ["sklearn/__init__.py"]),
    (
        "a script beside a file with a library's name",
        "a/train.py",
        "import datasets",
        ["a/datasets.py"],
    ),
    ("a folder with a standard name", "run.py", "from code.utils import x", ["code/utils.py"]),
    (
        "a neighbour by the package's own name",
        "x/pkg/run.py",
        "from pkg import util",
        ["x/pkg/__init__.py", "x/pkg/util.py"],
    ),
    (
        "a neighbour where the relative import failed",
        "pkg/a.py",
        "try:\n  from .b import x\nexcept ImportError:\n  from b import x",
        ["pkg/__init__.py", "pkg/b.py"],
    ),
    (
        "a part of a source folder that is a package, with a library's name",
        "src/features/make.py",
        "from datasets.own_set import OwnSet",
        ["src/__init__.py", "src/features/__init__.py", "src/datasets/own_set.py"],
    ),
    (
        "a part of a source folder that is a package, from outside",
        "experiments/run.py",
        "from kernels_.forest import Kernel",
        ["src/__init__.py", "src/kernels_/__init__.py", "src/kernels_/forest.py"],
    ),
    ("a compiled module", "run.py", "import fast", ["fast.pyx"]),
    ("a generated submodule", "run.py", "import pkg._version", ["pkg/__init__.py"]),
    ("by sys.path", "a/run.py", "import sys\nsys.path.append('../c/d')\nimport e", ["c/d/e.py"]),
]
LIBRARY = [
    ("nothing of that name", "run.py", "import numpy", []),
    ("a folder without modules", "run.py", "import docker", ["docker/Dockerfile"]),
    ("a folder without __init__", "run.py", "import docker", ["docker/build.py"]),
    ("another name from it", "run.py", "from datasets import load_dataset", ["datasets/mine.py"]),
    (
        "a subpackage of the same name",
        "mlflow/x.py",
        "import sklearn",
        ["mlflow/__init__.py", "mlflow/sklearn/__init__.py"],
    ),
    ("its own folder's name", "examples/sklearn/run.py", "import sklearn", []),
    (
        "its own folder's name, below",
        "examples/sklearn/run.py",
        "from sklearn import svm",
        ["examples/sklearn/util.py"],
    ),
    ("the standard library", "run.py", "import logging", ["logging.py"]),
    ("the standard library's package", "run.py", "from json import loads", ["json/__init__.py"]),
    (
        "a package's own name, which is a library's",
        "x/thunder/run.py",
        "import thunder",
        ["x/thunder/__init__.py"],
    ),
    (
        "a part that the package of that name does not have",
        "x/thunder/run.py",
        "from thunder.core import jit",
        ["x/thunder/__init__.py"],
    ),
    (
        "a neighbour of a file that speaks as a member of its package",
        "pkg/providers/a.py",
        "from pkg.core import x\nimport litellm_",
        ["pkg/__init__.py", "pkg/providers/__init__.py", "pkg/providers/litellm_.py"],
    ),
    (
        "a library beside a part of a source folder that is a package",
        "src/features/make.py",
        "from datasets import load_dataset",
        ["src/__init__.py", "src/features/__init__.py", "src/datasets/__init__.py"],
    ),
    (
        "a library by a file of its name",
        "a/xgboost.py",
        "from xgboost import XGBRegressor",
        ["a/xgboost.py"],
    ),
    ("a far folder", "run.py", "import helper", ["elsewhere/deep/helper.py"]),
]


@pytest.mark.parametrize(
    ("path", "source", "paths"), [case[1:] for case in LOCAL], ids=[case[0] for case in LOCAL]
)
def test_an_import_is_local(path: str, source: str, paths: list[str]) -> None:
    assert index(source, path, tuple(paths)).imports[-1].is_local


@pytest.mark.parametrize(
    ("path", "source", "paths"), [case[1:] for case in LIBRARY], ids=[case[0] for case in LIBRARY]
)
def test_an_import_is_a_library(path: str, source: str, paths: list[str]) -> None:
    assert not index(source, path, tuple(paths)).imports[-1].is_local


MODULES = [
    ("train.py", [], "train"),
    ("pkg/train.py", [], "pkg.train"),
    ("pkg/__init__.py", [], "pkg"),
    ("src/pkg/train.py", ["src/pkg/__init__.py"], "pkg.train"),
    ("src/train.py", [], "src.train"),
    ("src/train.py", ["src/__init__.py"], "src.train"),
    ("backend/app/main.py", ["backend/pyproject.toml", "backend/app/__init__.py"], "app.main"),
    ("01-train.py", [], ""),
    ("my-folder/train.py", [], ""),
]


@pytest.mark.parametrize(("path", "paths", "module"), MODULES)
def test_a_file_has_the_name_by_which_it_is_imported(
    path: str, paths: list[str], module: str
) -> None:
    assert LocalModules([path, *paths]).module(path) == module


def test_a_submodule_of_git_is_local() -> None:
    modules = LocalModules(["run.py"], submodules=("yolov5",))
    [entry] = index("import yolov5.models").imports
    assert modules.tell_local("run.py", [entry])[0].is_local
    assert not LocalModules(["run.py"]).tell_local("run.py", [entry])[0].is_local
