"""Tests of the repair `system_library`."""

import pytest

from mlops_platform.core.failures.change import Change
from mlops_platform.core.repairs.system_library import repair
from mlops_platform_tests.core.failures.failing import installed, plan, printed, ran

LIBGL = """Traceback (most recent call last):
  File "/box/src/train.py", line 1, in <module>
    import cv2
ImportError: libGL.so.1: cannot open shared object file: No such file or directory
"""


def packages(change: Change | None) -> tuple[str, ...]:
    return change.plan.environment.system_packages if change else ()


@pytest.mark.parametrize(
    ("log", "package"),
    [
        (LIBGL, "libgl1"),
        ("OSError: libgomp.so.1: cannot open shared object file: No such file", "libgomp1"),
        ("OSError: sndfile library not found", "libsndfile1"),
        ("/bin/sh: 1: make: not found", "make"),
        ("bash: line 3: ffmpeg: command not found", "ffmpeg"),
        (printed("ffmpeg"), "ffmpeg"),
        (printed("graphviz"), "graphviz"),
    ],
)
def test_the_package_that_holds_it_is_installed(log: str, package: str) -> None:
    assert packages(repair(ran(log))) == (package,)


def test_what_is_built_needs_a_compiler_too() -> None:
    found = packages(repair(installed(printed("b_psycopg2"), plan("psycopg2==2.8.6"))))
    assert found == ("build-essential", "libpq-dev", "pkg-config")
    assert "cargo" in packages(repair(installed(printed("b_rust"), plan("tokenizers==0.10.3"))))
    assert "default-libmysqlclient-dev" in packages(repair(installed(printed("b_mysql"))))


def test_git_for_a_requirement_from_git() -> None:
    assert packages(repair(installed(printed("b_git")))) == ("git",)


def test_what_is_there_already_is_not_installed_again() -> None:
    assert repair(ran(LIBGL, plan(system_packages=("libgl1",)))) is None


@pytest.mark.parametrize(
    "log",
    [
        "ImportError: libunheardof.so.7: cannot open shared object file: No such file",
        "/bin/sh: 1: my-own-tool: not found",
        "FileNotFoundError: [Errno 2] No such file or directory: 'file.csv'",
        "FileNotFoundError: [Errno 2] No such file or directory: '/data/dot'",
        "ImportError: libcudart.so.11.0: cannot open shared object file: No such file",
        "the make was not found in the table",
    ],
)
def test_nothing_unknown_is_installed(log: str) -> None:
    assert repair(ran(log)) is None
