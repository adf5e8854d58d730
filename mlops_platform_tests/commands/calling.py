"""Calls the real command line, as a program of its own or inside the test's process."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from mlops_platform.cli import run


class Called(NamedTuple):
    """How a call ended, and what it said where."""

    code: int
    out: str
    err: str


def call(capfd, *arguments: str) -> Called:
    """Run a command in this process."""
    capfd.readouterr()
    code = run(arguments)
    return Called(code, *capfd.readouterr())


def call_program(home: Path, *arguments: str, **variables: str) -> Called:
    """Run a command as a program with a home of its own, outside of any repository."""
    home.mkdir(parents=True, exist_ok=True)
    ended = subprocess.run(
        [sys.executable, "-m", "mlops_platform.cli", *arguments],
        cwd=home,
        env=os.environ | {"MLOPS_PLATFORM_HOME": str(home)} | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return Called(ended.returncode, ended.stdout, ended.stderr)
