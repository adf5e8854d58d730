"""Where a file must be started from so that it finds its own repository."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from mlops_platform.core.facts.import_roots import ImportRoots
from mlops_platform_tests.core.facts.reading_code import read_tree

CASES: list[tuple[str, Mapping[str, str], str, tuple[str, ...]]] = [
    ("its own folder comes first", {"src/train.py": "import os"}, "src/train.py", ("src", "")),
    (
        "a neighbour is only in its own folder",
        {"src/train.py": "import utils", "src/utils.py": ""},
        "src/train.py",
        ("src",),
    ),
    (
        "a package at the root wants the root",
        {"src/train.py": "from src.utils import x", "src/utils.py": ""},
        "src/train.py",
        ("",),
    ),
    (
        "what it imports must resolve, too",
        {"a/train.py": "import b", "a/b.py": "import c.d", "c/d.py": ""},
        "a/train.py",
        (),
    ),
    (
        "a source folder beside it",
        {"scripts/run.py": "import pkg.x", "src/pkg/x.py": "", "src/pkg/__init__.py": ""},
        "scripts/run.py",
        ("src",),
    ),
    (
        "relative imports want a folder above",
        {"pkg/train.py": "from .model import x", "pkg/model.py": "", "pkg/__init__.py": ""},
        "pkg/train.py",
        ("",),
    ),
    (
        "two dots want two folders above",
        {"a/b/c/train.py": "from ..model import x", "a/b/model.py": ""},
        "a/b/c/train.py",
        ("", "a"),
    ),
    (
        "an optional import is not asked for",
        {"src/train.py": "try:\n  import c.d\nexcept ImportError:\n  c = None", "c/d.py": ""},
        "src/train.py",
        ("src", ""),
    ),
    (
        "an import inside a function is",
        {"src/train.py": "def f():\n  import c.d", "c/d.py": ""},
        "src/train.py",
        ("",),
    ),
    (
        "a file that helps itself starts from anywhere",
        {
            "tools/run.py": "import sys, os\n"
            "sys.path.append(os.path.join(os.path.dirname(__file__), '..'))\nimport c.d",
            "c/d.py": "",
        },
        "tools/run.py",
        ("tools", ""),
    ),
    (
        "a compiled module is not asked for",
        {"src/train.py": "import fast, utils", "src/utils.py": "", "src/fast.pyx": ""},
        "src/train.py",
        ("src",),
    ),
    (
        "files that import each other end",
        {"a.py": "import b", "b.py": "import a"},
        "a.py",
        ("",),
    ),
]


@pytest.mark.parametrize(
    ("files", "path", "roots"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_folders_that_resolve(
    tmp_path: Path, files: Mapping[str, str], path: str, roots: tuple[str, ...]
) -> None:
    facts = read_tree(tmp_path, files)
    [file] = (file for file in facts.files if file.path == path)
    assert ImportRoots(facts).that_resolve(file) == roots
