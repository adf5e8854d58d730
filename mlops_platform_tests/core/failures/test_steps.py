"""Tests of a step's command, started in another way."""

from mlops_platform.core.failures.steps import (
    as_module,
    moved,
    script_of,
    script_position,
    started,
    with_arguments,
)
from mlops_platform_tests.core.failures.failing import step


def test_the_script_is_found_behind_options_of_python() -> None:
    assert script_of(step("python", "-u", "train.py", "x.py", folder="src")) == "src/train.py"
    assert script_of(step("/usr/bin/python3", "a/b.py")) == "a/b.py"
    assert script_of(step("python", "-m", "pkg.train")) == "pkg/train.py"
    assert script_of(step("python", "-c", "print('x.py')")) is None
    assert script_of(step("make", "train")) is None


def test_a_step_is_spoken_of_by_what_it_starts() -> None:
    assert started(step("python", "a/b.py", "--x")) == "a/b.py"
    assert started(step("python", "-m", "pkg", "--x")) == "python -m pkg"


def test_a_script_becomes_a_module() -> None:
    changed = as_module(step("python", "-u", "a/b.py", "--x"), "a.b")
    assert changed.arguments == ("python", "-u", "-m", "a.b", "--x")


def test_arguments_are_replaced() -> None:
    assert with_arguments(step("python", "a.py", "old"), ("new",)).arguments[1:] == ("a.py", "new")


def test_a_step_moves_with_its_script() -> None:
    changed = moved(step("python", "train.py", "-v", folder="src"), ".")
    assert (changed.arguments, changed.working_directory) == (("python", "src/train.py", "-v"), ".")


def test_a_notebook_is_what_its_step_starts_and_moves_with_its_copy() -> None:
    words = ("python", "-c", "import nbclient", "fit.ipynb", "fit.executed.ipynb")
    book = step(*words, folder="work").model_copy(update={"recipe": "notebook"})
    assert (script_of(book), started(book)) == ("work/fit.ipynb", "work/fit.ipynb")
    assert script_position(book) is None
    changed = moved(book, ".")
    assert changed.working_directory == "."
    assert changed.arguments[3:] == ("work/fit.ipynb", "work/fit.executed.ipynb")
    assert script_of(changed) == "work/fit.ipynb"
