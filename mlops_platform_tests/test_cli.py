import json
import resource
import subprocess
import sys

import click
import pytest

from mlops_platform import cli
from mlops_platform.core.errors import BadInputError, PlatformError, UnreachableRepositoryError
from mlops_platform.core.settings import load_settings
from mlops_platform_tests.commands.calling import call

HEAVY = ("dagster", "mlflow", "scipy", "pandas", "openai", "docker", "sqlalchemy")


def modules_after(*arguments: str) -> set[str]:
    """Run a command in a fresh Python and return what it has imported."""
    program = (
        "import json, sys\n"
        "from mlops_platform.cli import run\n"
        f"run({list(arguments)!r})\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    return set(json.loads(printed.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [["--help"], ["analyze", "--help"], ["rules"], ["--version"]])
def test_quick_answers_import_nothing_heavy(arguments):
    loaded = modules_after(*arguments)
    assert "mlops_platform.cli" in loaded
    assert loaded.isdisjoint(HEAVY)


GATHERED = """
import json, sys
from pathlib import Path
from mlops_platform.core.compare_named_tables import compare_named_tables
from mlops_platform.core.named_tables import Comparison
asked = Comparison(reference=Path(sys.argv[1]), current=Path(sys.argv[1]), names=("a", "b"))
assert compare_named_tables(asked).result
print(json.dumps(sorted(sys.modules)))
"""


def test_measuring_drift_imports_nothing_heavy_and_reads_no_table_here(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,x\n2,y\n")
    for format_name in ("table", "json", "html", "markdown"):
        loaded = modules_after("drift", str(table), str(table), "--format", format_name)
        assert loaded.isdisjoint({*HEAVY, "polars", "numpy", "fsspec", "pydantic"})
    assert modules_after("profile", str(table)).isdisjoint({*HEAVY, "polars", "numpy"})
    argv = [sys.executable, "-c", GATHERED, str(table)]
    printed = subprocess.run(argv, capture_output=True, text=True, check=True).stdout
    assert "polars" in json.loads(printed)
    # `numpy.unique` would bring masked arrays along.
    assert set(json.loads(printed)).isdisjoint({*HEAVY, "pydantic", "numpy.ma"})


def test_help_does_not_even_import_the_models():
    assert "pydantic" not in modules_after("--help")


def test_help_takes_less_than_half_a_second():
    def seconds() -> float:
        # Of the processor: tests beside this one must not decide. `make bench` shows the wall time.
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "mlops_platform.cli", "--help"], capture_output=True, check=True
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.5


def failing_with(error: Exception, monkeypatch) -> None:
    @click.command("fail")
    def fail() -> None:
        raise error

    monkeypatch.setitem(cli.front_door.commands, "fail", fail)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadInputError("This is bad; mend it."), 2),
        (UnreachableRepositoryError("This is away; wait."), 3),
        (PlatformError("This broke; try again."), 3),
    ],
)
def test_a_known_error_is_its_own_sentence(capfd, monkeypatch, error, code):
    failing_with(error, monkeypatch)
    assert call(capfd, "fail") == (code, "", f"error: {error}\n")


def test_an_unknown_error_is_one_sentence_without_traceback(capfd, monkeypatch):
    failing_with(ZeroDivisionError("division\nby zero"), monkeypatch)
    code, out, err = call(capfd, "fail")
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    assert "(ZeroDivisionError: division by zero)" in err
    assert "--debug" in err


@pytest.mark.parametrize("arguments", [["--debug", "fail"], ["fail", "--debug"]])
def test_debug_shows_the_traceback(capfd, monkeypatch, arguments):
    failing_with(ZeroDivisionError("division by zero"), monkeypatch)
    called = call(capfd, *arguments)
    assert called.code == 3
    assert "Traceback (most recent call last)" in called.err


@pytest.mark.parametrize(("value", "is_shown"), [("true", True), ("false", False)])
def test_the_setting_debug_does_the_same(capfd, monkeypatch, value, is_shown):
    monkeypatch.setenv("DEBUG", value)
    load_settings.cache_clear()
    failing_with(PlatformError("This broke; try again."), monkeypatch)
    called = call(capfd, "fail")
    load_settings.cache_clear()
    assert ("Traceback" in called.err) is is_shown
    assert called.err.endswith("error: This broke; try again.\n")


def test_a_setting_that_cannot_be_used_is_no_reason_to_hide_the_error(capfd, monkeypatch):
    monkeypatch.setenv("DEBUG", "perhaps")
    load_settings.cache_clear()
    failing_with(PlatformError("This broke; try again."), monkeypatch)
    assert call(capfd, "fail").err == "error: This broke; try again.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["analyze"],
        ["analyze", ".", "--format", "docx"],
        ["analyze", ".", "--fail-under", "11"],
        ["rules", "no_such_rule"],
    ],
)
def test_bad_usage_ends_with_two(capfd, arguments):
    code, out, err = call(capfd, *arguments)
    assert (code, out) == (2, "")
    assert err


def test_an_interrupt_is_no_failure_of_the_platform(capfd, monkeypatch):
    failing_with(KeyboardInterrupt(), monkeypatch)
    called = call(capfd, "fail")
    assert called.code == 130
    assert "Traceback" not in called.err
