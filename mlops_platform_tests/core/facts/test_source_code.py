"""The source index of a repository, and files that fight the parser."""

import gc
import re
import sys
import warnings
from pathlib import Path

import pytest

from mlops_platform.core.facts.repository import read_repository
from mlops_platform.core.facts.source_code import read_source_code
from mlops_platform_tests.core.facts.reading_code import index, read_tree
from mlops_platform_tests.drawing import draw_checkout

HOSTILE = {
    "null bytes": (b"x = 1\x00\n", "null bytes"),
    "not UTF-8": (b"x = '\xff\xfe\xfa'\n", "not text in UTF-8"),
    "an unknown encoding": (b"# coding: klingon\nx = 1\n", "not text in UTF-8"),
    "deep brackets": (b"(" * 5000 + b")" * 5000, "not valid|nested too deep"),
    "deep unary operators": (b"x = " + b"-" * 50_000 + b"1\n", "nested too deep"),
    "a long chain of operators": (b"x = " + b"1+" * 100_000 + b"1\n", "nested too deep"),
    "deep blocks": (
        b"".join(b" " * n + b"if x:\n" for n in range(120)) + b" " * 120 + b"pass\n",
        "not valid",
    ),
    "an endless number": (b"x = " + b"9" * 10_000 + b"\n", "not valid|numbers"),
    "Python 2 print": (b"import os\nprint 'hello'\n", r"Python 2 syntax \(line 2\)"),
    "Python 2 except": (b"try:\n  f()\nexcept IOError, error:\n  pass\n", "Python 2 syntax"),
    "a template": (b"import os\nname = {{ cookiecutter.name }}_x\n", "a template"),
    "plain nonsense": (b"these are no words\n", r"not valid Python 3\.\d+ \(line 1\)"),
    "more than a mebibyte": (b"#" * (1024 * 1024 + 1), "larger than"),
}

FINE = {
    "a byte order mark": b"\xef\xbb\xbfimport os\n",
    "a coding line": "# -*- coding: latin-1 -*-\nimport os\nx = 'é'\n".encode("latin-1"),
    "form feeds": b"\x0cimport os\n\x0c\ndef f(): ...\n",
    "Windows line ends": b"import os\r\nx = 1\r\n",
    "old Macintosh line ends": b"import os\rx = 1\r",
    "a lone surrogate": b"import os\nprint('\\ud800/data.csv')\n",
    "a mebibyte of literals": b"import os\nx = [" + b"1," * 400_000 + b"]\n",
    "a huge formatted string": b"import os\nx = f'" + b"{a}" * 20_000 + b"'\n",
    "a thousand elif": b"import os\nif a: pass\n" + b"elif b: f()\n" * 900,
    "a long chain of calls": b"import os\nx = a" + b".b()" * 60 + b"\n",
    "a huge integer": b"import os\nf(seed=0x" + b"f" * 9000 + b")\n",
    "except without brackets": b"import os\ntry: f()\nexcept KeyError, ValueError: pass\n",
    "a type statement": b"import os\ntype Vector[T] = list[T]\ndef f[T](x: T) -> T: return x\n",
    "nested quotes": b'import os\nx = f"{a["b"]} {c("d")}"\n',
    "invalid escapes": b"import os\nx = '\\d'\n",
    "an empty statement": b"import os\n\n\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_left_out_with_its_reason(tmp_path: Path, name: str) -> None:
    content, reason = HOSTILE[name]
    facts = read_tree(tmp_path, {"bad.py": content, "good.py": "import os\n"})
    assert [file.path for file in facts.files] == ["good.py"]
    [unparsed] = facts.unparsed
    assert unparsed.path == "bad.py"
    assert re.search(reason, unparsed.reason)


@pytest.mark.parametrize("name", FINE)
def test_an_unusual_file_is_read(tmp_path: Path, name: str) -> None:
    facts = read_tree(tmp_path, {"odd.py": FINE[name]})
    assert not facts.unparsed
    assert facts.files[0].imports[0].module == "os"


def test_a_file_of_200_megabytes_is_not_opened(tmp_path: Path) -> None:
    checkout = draw_checkout(tmp_path, {"big.py": b"", "small.py": b"import os\n"})
    with (checkout.root / "big.py").open("wb") as big:
        big.truncate(200 * 1024 * 1024)
    facts = read_source_code(checkout, read_repository(checkout))
    assert [file.path for file in facts.files] == ["small.py"]
    assert "larger than" in facts.unparsed[0].reason


def test_vendored_files_are_left_out(tmp_path: Path) -> None:
    facts = read_tree(
        tmp_path,
        {
            "venv/pyvenv.cfg": "home = /usr\n",
            "venv/lib/python3.11/site-packages/x.py": "import os\n",
            "node_modules/a/b.py": "import os\n",
            "train.py": "import os\n",
        },
    )
    assert [file.path for file in facts.files] == ["train.py"]


def test_only_named_files_are_read(tmp_path: Path) -> None:
    checkout = draw_checkout(tmp_path, {"a.py": "x = 1", "b.py": "x = 1"})
    facts = read_source_code(checkout, read_repository(checkout), paths={"b.py"})
    assert [file.path for file in facts.files] == ["b.py"]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    files = {f"{n}.py": "import b, a\nfrom c import *\nif a:\n  x = b.C()\nx.d()\n" for n in "xyz"}
    assert read_tree(tmp_path, files) == read_tree(tmp_path, files)


def test_the_collector_and_the_warnings_are_as_before(tmp_path: Path) -> None:
    filters = list(warnings.filters)
    read_tree(tmp_path, {"a.py": "x = '\\d'"})
    assert gc.isenabled()
    assert warnings.filters == filters


def test_no_code_of_the_repository_runs(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    source = f"open({str(canary)!r}, 'w').write('x')\n"
    read_tree(tmp_path, {"sitecustomize.py": source, "train.py": "import sitecustomize\n"})
    assert not canary.exists()
    exec(compile(source, "train.py", "exec"))
    assert canary.exists()
    assert "sitecustomize" not in sys.modules or "project" not in str(
        sys.modules["sitecustomize"].__file__
    )


IMPORTS = [
    ("import a.b", ("a.b", None, 0, False, "")),
    ("from a import b", ("a", "b", 0, False, "")),
    ("from ..a import b", ("a", "b", 2, False, "")),
    ("from a import *", ("a", "*", 0, False, "")),
    ("try:\n  import a\nexcept ImportError: ...", ("a", None, 0, True, "")),
    ("try:\n  import a\nexcept (KeyError, ModuleNotFoundError): ...", ("a", None, 0, True, "")),
    ("try:\n  import a\nexcept KeyError: ...", ("a", None, 0, False, "")),
    ("try:\n  f()\nexcept ImportError:\n  import a", ("a", None, 0, True, "")),
    ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  import a", ("a", None, 0, True, "")),
    ("import typing as t\nif t.TYPE_CHECKING:\n  import a", ("a", None, 0, True, "")),
    ("import contextlib as c\nwith c.suppress(ImportError):\n  import a", ("a", None, 0, True, "")),
    ("def f():\n  import a", ("a", None, 0, False, "f")),
    ("class C:\n  def f(self):\n    import a", ("a", None, 0, False, "C.f")),
    ("if __name__ == '__main__':\n  import a", ("a", None, 0, False, "__main__")),
    ("import importlib\nimportlib.import_module('a.b')", ("a.b", None, 0, False, "")),
    ("__import__('a')", ("a", None, 0, False, "")),
    ("import pytest\npytest.importorskip('a')", ("a", None, 0, True, "")),
]


@pytest.mark.parametrize(("source", "expected"), IMPORTS)
def test_an_import_is_noted(source: str, expected: tuple[str, str | None, int, bool, str]) -> None:
    last = index(source).imports[-1]
    assert (last.module, last.name, last.level, last.is_guarded, last.scope) == expected


def test_a_computed_import_is_not_noted() -> None:
    assert not index("__import__(name)").imports


@pytest.mark.parametrize(
    ("names", "modules"),
    [
        (
            "['torch.utils.tensorboard', 'tensorboardX']",
            ["torch.utils.tensorboard", "tensorboardX"],
        ),
        ("('a', 'no module')", ["a"]),
        ("['a', name]", []),
        ("names", []),
    ],
)
def test_modules_that_a_loop_goes_through_are_imported(names: str, modules: list[str]) -> None:
    file = index(
        f"""
        import importlib
        for module in {names}:
            try:
                writer = importlib.import_module(module).Writer()
            except ImportError:
                continue
        """
    )
    assert [entry.module for entry in file.imports[1:]] == modules


def test_a_call_keeps_its_first_text_its_keywords_and_its_scope() -> None:
    file = index(
        """
        import mlflow
        def run():
            mlflow.log(1, "rmse", step=-3, name="x", model=model, flag=True, no=None, **more)
        """
    )
    [call] = file.calls
    assert call.text == "rmse"
    assert call.keywords == (
        ("step", -3),
        ("name", "x"),
        ("model", None),
        ("flag", True),
        ("no", None),
    )
    assert (call.scope, call.line) == ("run", 4)


def test_texts_are_clipped_and_cleaned() -> None:
    file = index(f"f('{'a' * 500}')\ng('\\x1b[31mred')\nh('postgresql://me:pw@host/db')")
    assert [len(call.text or "") for call in file.calls[:1]] == [200]
    assert file.calls[1].text == "\ufffd[31mred"
    assert file.calls[2].text == "postgresql://***@host/db"
    assert "pw" not in str(file)


def test_infinite_and_huge_numbers_are_not_kept() -> None:
    [call] = index(f"f(a=1e999, b={10**30}, c=1j)").calls
    assert call.keywords == (("a", None), ("b", None), ("c", None))


def test_the_main_guard_is_found_either_way_round() -> None:
    for test in ("__name__ == '__main__'", "'__main__' == __name__"):
        file = index(f"def main(): ...\nif {test}:\n    main()\n")
        assert file.main_line == 2
        assert file.calls[0].scope == "__main__"
    assert index("if __name__ != '__main__':\n    f()").main_line is None


def test_a_docstring_is_no_string_of_the_code() -> None:
    file = index('"""data/train.csv"""\ndef f():\n    """data/test.csv"""\n')
    assert file.docstring == "data/train.csv"
    assert file.strings == ()
