"""`sys.path` as a file changes it."""

import pytest

from mlops_platform_tests.core.facts.reading_code import index

HEAD = "import os, sys\nfrom pathlib import Path\n"
CASES = [
    ("sys.path.append('src')", ("src",)),
    ("sys.path.insert(0, 'src')", ("src",)),
    ("sys.path.append('./src')", ("src",)),
    ("sys.path.append('..')", ("a",)),
    ("sys.path.append('../../src')", ("src",)),
    ("sys.path.append(os.getcwd())", ("",)),
    ("sys.path.append(os.path.dirname(__file__))", ("a/b",)),
    ("sys.path.append(os.path.dirname(os.path.abspath(__file__)))", ("a/b",)),
    ("sys.path.append(os.path.join(os.path.dirname(__file__), '..', '..'))", ("",)),
    ("sys.path.append(os.path.join(os.path.dirname(__file__), os.pardir))", ("a",)),
    ("sys.path.append(os.path.dirname(__file__) + '/../../src')", ("src",)),
    ("sys.path.append(str(Path(__file__).parent.parent.parent / 'src'))", ("src",)),
    ("sys.path.append(str(Path(__file__).resolve().parents[2]))", ("",)),
    ("F = Path(__file__).resolve()\nR = F.parents[2]\nsys.path.append(str(R))", ("",)),
    ("R = Path(__file__).parent\nsys.path.append(str(R))\nR = os.path.relpath(R)", ("a/b",)),
    ("def f():\n  sys.path.append('src')", ("src",)),
    ("sys.path.append('src')\nsys.path.append('src')", ("src",)),
    ("sys.path.append('/home/me/project')", ()),
    ("sys.path.append('~/project')", ()),
    ("sys.path.append('../../../outside')", ()),
    ("sys.path.append('missing')", ()),
    ("sys.path.append(name)", ()),
    ("R = R\nsys.path.append(R)", ()),
    ("paths.append('src')", ()),
    ("import rootutils\nrootutils.setup_root(__file__, pythonpath=True)", ("",)),
]


@pytest.mark.parametrize(("source", "folders"), CASES)
def test_the_folders_that_a_file_adds(source: str, folders: tuple[str, ...]) -> None:
    file = index(HEAD + source, "a/b/run.py", ("src/x.py", "a/y.py"))
    assert file.search_paths == folders
